"""Where editors ask an organisation to answer."""
