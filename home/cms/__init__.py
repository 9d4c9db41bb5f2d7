"""What we add to Wagtail's back office for everybody who works in it."""
