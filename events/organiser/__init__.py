"""The organiser's desk in the back office: events, tickets and orders."""
