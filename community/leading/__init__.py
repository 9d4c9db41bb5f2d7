"""What a lead changes of the group itself: its texts, its phase, its members."""
