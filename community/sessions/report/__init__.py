"""The report: a concept, corrected by who was there, and then final."""
