"""What somebody says of themselves: name, work, interests, and who may see it."""
