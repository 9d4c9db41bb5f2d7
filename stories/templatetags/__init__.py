"""What pages of other apps may show of this one."""
