"""Mail that is owed: a row first, a message after the commit."""
