"""Codes that make a pair cheaper, or keep places apart."""
