"""One order on the organiser's desk: its history, and what can be done about it."""
