"""Money back when somebody else takes the place: put a pair back, and take it again."""
