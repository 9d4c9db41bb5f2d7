"""Films at known hosts: what a reader visits, and what plays after a click."""

import re
from typing import NamedTuple

YOUTUBE = re.compile(
    r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:.*&)?v=|live/|shorts/)"
    r"|youtu\.be/)(?P<id>[\w-]{6,20})(?:[&?#].*)?"
)
VIMEO = re.compile(
    r"https?://(?:www\.)?vimeo\.com/(?P<id>\d{4,12})(?:/(?P<key>\w{4,20}))?(?:[?#].*)?"
)
HOSTS = ("YouTube", "Vimeo")
# where their players live; the policy of the site (SECURE_CSP) knows no other frame
FRAMES = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")


class NotAPlayer(ValueError):
    """No film at a host that we know."""


class Player(NamedTuple):
    """`page` works everywhere; `frame` is what the script puts in its place."""

    host: str
    page: str
    frame: str


def player_for(url: str) -> Player:
    """Written anew from the number of the film: nothing else of the address is kept."""
    if found := YOUTUBE.fullmatch(url.strip()):
        number = found["id"]
        page = f"https://www.youtube.com/watch?v={number}"
        return Player(HOSTS[0], page, f"{FRAMES[0]}/embed/{number}?autoplay=1")
    if found := VIMEO.fullmatch(url.strip()):
        number, key = found["id"], found["key"]
        page = f"https://vimeo.com/{number}" + (f"/{key}" if key else "")
        hidden = f"&h={key}" if key else ""
        frame = f"{FRAMES[1]}/video/{number}?autoplay=1&dnt=1{hidden}"
        return Player(HOSTS[1], page, frame)
    raise NotAPlayer
