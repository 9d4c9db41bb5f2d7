"""A world in which everything goes wrong that can, and what must be true after it."""
