"""Where editors see their issues, send them, and see how many read along."""
