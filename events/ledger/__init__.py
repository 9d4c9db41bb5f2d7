"""Stripe’s books beside ours: compared every hour, to the cent."""
