"""The door on the day: who may come in, who is in already."""
