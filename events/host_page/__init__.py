"""What the host of one pair sees: the own ticket, and how far the guest is."""
