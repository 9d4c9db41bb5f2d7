""" "Dit ben ik": somebody says which person they are, and an editor decides."""
