"""One mail about all that waits for the newsroom, never one for each thing."""
