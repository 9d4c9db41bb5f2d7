"""Where editors read what was handed in, and see who writes along."""
