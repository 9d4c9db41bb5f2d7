"""Who waits for a place, in order; a place that comes free is offered by itself."""
