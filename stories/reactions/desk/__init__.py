"""Where moderators read what readers wrote, and decide."""
