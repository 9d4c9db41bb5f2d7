"""How often a story is read: a number for editors, about nobody."""
