"""A visitor writes to us."""
