"""What somebody shows at the door: one half of a duo, on screen and on paper."""
