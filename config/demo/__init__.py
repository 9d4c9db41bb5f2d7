"""The demo content: believable, in Dutch, and openly invented but for how it began."""
