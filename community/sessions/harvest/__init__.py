"""What a session brings in: said there, put in order, and answered afterwards."""
