"""A reader is a confirmed mail address: one model, one way to confirm."""
