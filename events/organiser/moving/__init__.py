"""An event on another day: buyers keep it or get their money, guests confirm again."""
