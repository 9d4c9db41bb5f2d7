"""Our own drawings, in the colours of the site: what the demo shows as photos."""
