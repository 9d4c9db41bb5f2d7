"""The pages that tell about events."""
