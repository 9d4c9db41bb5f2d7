"""What the movement does, in numbers that come from the same rows as the pages."""
