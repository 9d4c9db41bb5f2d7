"""Codes at the organiser's desk."""
