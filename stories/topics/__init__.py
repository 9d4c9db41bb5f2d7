"""What is written under one topic."""
