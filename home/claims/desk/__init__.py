"""Where an editor decides who is who."""
