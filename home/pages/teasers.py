"""A page in a list over all kinds of pages, on the site or in a mail."""

from dataclasses import dataclass

from django.conf import settings

from home.pages.photo import Photo


@dataclass(frozen=True)
class Teaser:
    """What makes somebody go and read it; `line` says when, by whom or where."""

    pk: int
    kind: str
    title: str
    lead: str
    line: str
    url: str
    theme: str = ""
    theme_slug: str = ""
    photo: Photo | None = None

    @property
    def full_url(self) -> str:
        return settings.SITE_URL + self.url
