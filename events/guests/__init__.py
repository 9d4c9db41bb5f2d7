"""Whom the host brings: invitation, question, verdict."""
