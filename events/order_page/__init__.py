"""What a buyer sees after ordering, and may still change."""
