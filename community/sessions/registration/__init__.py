"""Who comes, who waits, who changed their mind."""
