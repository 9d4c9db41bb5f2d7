"""Follow what you want to hear of; notices on the site and by mail."""
