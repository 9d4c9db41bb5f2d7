"""What editors publish."""
