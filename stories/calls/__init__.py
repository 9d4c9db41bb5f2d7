"""People who say that they take part in what a story calls for."""
