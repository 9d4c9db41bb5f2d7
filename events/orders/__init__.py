"""Holds and sales of pairs."""
