"""Logging in: a code by mail or a passkey, on the address that the site knows."""
