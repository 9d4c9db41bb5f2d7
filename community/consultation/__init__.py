"""Who has something to say about the text of an outcome, and what the group answers."""
