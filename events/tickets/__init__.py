"""What is on and for sale: events, ticket types, places."""
