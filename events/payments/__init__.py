"""Money in and out, through Stripe."""
