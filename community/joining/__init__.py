"""Somebody wants to join a group; its lead lets them in, or says why not."""
