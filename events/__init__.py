"""Events and their duo tickets."""
