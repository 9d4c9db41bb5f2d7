"""The newsletter: who gets it, what is in it, and how it goes out."""
