"""Pairs that are put back: when, how they are sold, the pages and the races."""
