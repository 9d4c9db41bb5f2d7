"""People who work on something together."""
