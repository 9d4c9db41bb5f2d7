"""What is planned: when, where, about what, and how many can come."""
