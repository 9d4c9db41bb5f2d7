"""Working groups and points that members follow."""
