"""Give me my data, and delete my account: on this floor, since it asks them all."""
