"""Tests of the fake Stripe itself."""
