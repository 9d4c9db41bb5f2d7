"""Whole pages for visitors without a cookie (docs/decisions/0032)."""
