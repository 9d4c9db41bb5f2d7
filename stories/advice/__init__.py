"""What editors forget, said before a story is handed in; nothing of it blocks."""
