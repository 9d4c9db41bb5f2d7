"""“Selectie”: what somebody puts aside, in the session, and hands on by a link."""
