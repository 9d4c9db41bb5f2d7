"""The way of the buyer, from hold to payment."""
