"""On the day that was agreed, the owner of an outcome says how it stands."""
