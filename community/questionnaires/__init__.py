"""Questionnaires: ask many people the same, and show what they said."""
