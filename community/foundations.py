"""What must exist before anybody works with this part of the site."""


def lay() -> None:
    """Create what is missing."""
