"""Where people meet: sessions and campfires, from signing up to what it brought."""
