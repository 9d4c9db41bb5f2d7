"""The fact check in the back office."""
