"""Pairs that are given back: by the buyer, within the rules, or by the organiser."""
