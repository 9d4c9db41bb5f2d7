"""The screens of who leads a session: on the site, and simple on a phone."""
