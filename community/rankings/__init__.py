"""Rankings: which points of a group go first, and what follows from that."""
