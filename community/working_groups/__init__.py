"""Working groups: who is in them, what they are after, and what they found."""
