"""Pages that tell about an event; they link to checkout by address only."""
