"""The smallest valid objects, as plain functions; one module per app."""
