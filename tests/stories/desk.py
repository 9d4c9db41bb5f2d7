"""Where an editor sits: a login, and the form of a story."""

from datetime import datetime, timedelta

from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from stories.models import Theme
from tests.factories.stories import make_story_index


def make_user(group: str) -> User:
    make_story_index()
    user = User.objects.create_user(group.lower(), password="geheim")
    user.groups.add(Group.objects.get(name=group))
    return user


def filled_in(**changes):
    """The form of a story as a browser sends it."""
    return nested_form_data(
        {
            "title": "Rond de tafel",
            "slug": "rond-de-tafel",
            "kicker": "",
            "lead": "Drie mensen over één dag.",
            "photo": "",
            "photo_caption": "",
            "body": streamfield([("text", rich_text("<p>Zo ging het.</p>"))]),
            "kind": "interview",
            "date": "2026-11-19",
            "theme": Theme.objects.get(slug="mens").pk,
            "topics": "planning",
            "series": "",
            "organisation": "",
            "credits": inline_formset([]),
            "interest": "",
            "source": "",
            "source_url": "",
            "magazine_issue": "",
            "corrections": streamfield([]),
            "mentions": streamfield([]),
            "picked": streamfield([]),
            "seo_title": "",
            "search_description": "",
            "comments": inline_formset([]),
            **changes,
        }
    )


def add_address() -> str:
    index = make_story_index()
    return reverse("wagtailadmin_pages:add", args=["stories", "storypage", index.pk])


def edit_address(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def let_the_hour_come(now: datetime) -> None:
    """Of all that is planned; Wagtail looks at the clock itself."""
    past = now - timedelta(minutes=1)
    for planned in Revision.objects.exclude(approved_go_live_at=None):
        planned.approved_go_live_at = past
        planned.content["go_live_at"] = past.isoformat()
        planned.save()
