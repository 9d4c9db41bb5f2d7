"""Every link of an address again, in one mail."""
