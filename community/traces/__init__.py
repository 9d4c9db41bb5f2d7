"""Where an outcome comes from, and what came from it: the chain, both ways."""
