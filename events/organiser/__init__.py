"""The back office of the organiser."""
