"""The ground floor: what every app may stand on, and the front page."""
