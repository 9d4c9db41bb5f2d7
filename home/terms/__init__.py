"""Words of the trade, explained."""
