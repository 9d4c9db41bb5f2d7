"""Fact check: who was interviewed reads the draft by a link, and answers."""
