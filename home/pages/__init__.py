"""Pages that every part stands on: the front page, plain pages, photos, details."""
