"""The page in the agenda that tells about a session."""
