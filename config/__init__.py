"""How the site is put together; no domain lives here."""
