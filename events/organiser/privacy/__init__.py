"""What we know of one person: shown, given, erased (art. 15, 17 and 20 AVG)."""
