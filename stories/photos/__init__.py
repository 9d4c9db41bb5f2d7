"""Photos as editors look after them: who agreed to be shown, and until when."""
