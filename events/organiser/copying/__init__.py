"""A new event from an earlier one: types, rules, deadlines and texts, nothing sold."""
