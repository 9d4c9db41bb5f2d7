"""Stories, the series they belong to, and the index that lists them."""
