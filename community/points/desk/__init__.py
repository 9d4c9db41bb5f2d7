"""The screens on which a lead reads, answers and merges points."""
