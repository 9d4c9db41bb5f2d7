"""The address of a meeting or a stream, for who has a seat."""

from home.embeds import NotAPlayer, Player, player_for


def player_of(address: str) -> Player | None:
    """Where it is a film at a host that we know; it plays after a click."""
    try:
        return player_for(address)
    except NotAPlayer:
        return None
