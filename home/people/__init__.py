"""Who and what the stories, tickets and groups speak of."""
