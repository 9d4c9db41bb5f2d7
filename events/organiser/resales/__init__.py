"""A pair that is put back for a buyer who calls."""
