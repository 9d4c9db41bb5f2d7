"""What readers say under a story, and what moderators decide about it."""
