"""One page with all that hangs on an account."""
