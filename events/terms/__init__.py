"""On what terms a place is sold: the words, and the rules for changing one’s mind."""
