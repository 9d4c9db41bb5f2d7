"""Which film an address means, and that nothing else of it is kept."""

import pytest
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedUnsupportedProviderException

from home.embeds import NotAPlayer, Player, player_for

FILM = Player(
    "YouTube",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
)
OTHER = Player(
    "Vimeo",
    "https://vimeo.com/76979871",
    "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1",
)
HIDDEN = Player(
    "Vimeo",
    "https://vimeo.com/76979871/a1b2c3",
    "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=a1b2c3",
)


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", FILM),
        ("https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=3s", FILM),
        ("https://youtu.be/dQw4w9WgXcQ?si=spoor", FILM),
        ("https://www.youtube.com/live/dQw4w9WgXcQ", FILM),
        (" https://vimeo.com/76979871 ", OTHER),
        ("https://vimeo.com/76979871/a1b2c3?share=copy", HIDDEN),
    ],
)
def test_a_film_at_a_known_host(url, player):
    assert player_for(url) == player


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.youtube.com/@kanaal",
        "https://youtube.com.kwaad.example/watch?v=dQw4w9WgXcQ",
        "https://kwaad.example/https://youtu.be/dQw4w9WgXcQ",
        "javascript:alert(1)//https://youtu.be/dQw4w9WgXcQ",
        'https://youtu.be/dQw4w9WgXcQ"onload="',
        "https://vimeo.com/76979871/../../evil",
    ],
)
def test_anything_else_is_no_film(url):
    with pytest.raises(NotAPlayer):
        player_for(url)


@pytest.mark.django_db
def test_our_server_asks_no_other_about_a_film():
    with pytest.raises(EmbedUnsupportedProviderException):
        get_embed(FILM.page)
