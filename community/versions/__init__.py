"""What was published of an outcome before, and what changed."""
