"""What a story tells search engines, in the words of schema.org."""

from django.conf import settings

from home.covers import social
from home.pages.pictures import social_address

PUBLISHER = {"@type": "Organization", "name": settings.SITE_NAME}


def of_story(story) -> dict:
    """The article, and the way to it."""
    return {
        "@context": "https://schema.org",
        "@graph": [_article(story), _breadcrumbs(story)],
    }


def _article(story) -> dict:
    article = {
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.description,
        "url": story.canonical,
        "mainEntityOfPage": story.canonical,
        "datePublished": story.date.isoformat(),
        "inLanguage": "nl",
        "author": [_author(credit) for credit in story.authors] or [PUBLISHER],
        "publisher": {**PUBLISHER, "url": settings.SITE_URL},
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
    if story.theme:
        article["articleSection"] = story.theme.name
    return article


def _author(credit) -> dict:
    kind = "Person" if credit.is_person else "Organization"
    return {"@type": kind, "name": credit.name}


def _picture(story) -> str:
    """The photo, or the cover that is drawn in its place."""
    return social_address(story.photo) or settings.SITE_URL + social.address(story)


def _breadcrumbs(story) -> dict:
    here = story.full_url or settings.SITE_URL
    above = here.removesuffix(f"{story.slug}/")
    way = [("Verhalen", above), (story.title, here)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(way, start=1)
        ],
    }
