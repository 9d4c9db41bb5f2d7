"""Improvement points: what anybody would see otherwise, and what came of it."""
