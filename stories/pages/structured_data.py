"""What a story tells search engines, in the words of schema.org."""

from django.conf import settings

from home.covers import social
from home.pages.pictures import social_address
from home.structured_data import SITE, breadcrumbs, graph

STORIES = ("Verhalen", f"{settings.SITE_URL}/verhalen/")


def of_story(story) -> dict:
    """The article, and the way to it."""
    here = story.full_url or settings.SITE_URL
    return graph(_article(story), breadcrumbs([STORIES, (story.title, here)]))


def of_list(title: str, address: str) -> dict:
    """A page that gathers stories, and the way to it."""
    here = settings.SITE_URL + address
    listing = {"@type": "CollectionPage", "name": title, "url": here}
    return graph(listing, breadcrumbs([STORIES, (title, here)]))


def _article(story) -> dict:
    article = {
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.description,
        "url": story.canonical,
        "mainEntityOfPage": story.canonical,
        "datePublished": story.date.isoformat(),
        "inLanguage": "nl",
        "author": [_author(credit) for credit in story.authors] or [SITE],
        "publisher": SITE,
    }
    if story.pk:  # a preview may come before the first save
        article["image"] = [_picture(story)]
    if story.last_published_at:
        article["dateModified"] = story.last_published_at.isoformat()
    if story.corrected:
        article["correction"] = [
            {
                "@type": "CorrectionComment",
                "datePublished": correction.day.isoformat(),
                "text": correction.text,
            }
            for correction in story.corrected
        ]
    if story.source_url:
        first = {"@type": "CreativeWork", "name": story.source, "url": story.source_url}
        article["isBasedOn"] = first
    if story.theme:
        article["articleSection"] = story.theme.name
    return article


def _author(credit) -> dict:
    kind = "Person" if credit.is_person else "Organization"
    author = {"@type": kind, "name": credit.name}
    # in a preview somebody may have no page yet
    return author | ({"url": settings.SITE_URL + credit.url} if credit.slug else {})


def _picture(story) -> str:
    """The photo, or the cover that is drawn in its place."""
    return social_address(story.photo) or settings.SITE_URL + social.address(story)
