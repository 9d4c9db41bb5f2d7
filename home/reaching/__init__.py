"""Write to a member through the site: nobody's address is shown."""
