"""An event that does not happen: everybody gets the money back, in one run."""
