"""How an event stands: sales, places, guests and money, on one page."""
