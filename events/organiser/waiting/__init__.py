"""Who waits for a place, as the organiser sees it."""
