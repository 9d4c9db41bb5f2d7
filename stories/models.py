"""Index of the models of this app, for Django to find."""
