"""Themes and stories that members follow."""
