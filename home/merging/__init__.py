"""Two rows of the registry that are one person."""
