"""What is changed on the site outlives a draft of the CMS.

A revision carries a copy of the rows of its page; published later, it would put back
the members, phases and documents of the day on which it was made."""

from typing import Any

from wagtail.models import Page

ROWS = ["memberships", "phases", "documents", "seats"]


def follow_in_draft(group) -> None:
    """The latest draft of a group gets the rows as they are now."""
    fresh = type(group).objects.get(pk=group.pk)
    data = fresh.serializable_data()
    _patch(fresh, {name: data[name] for name in ROWS})


def change(page: Page, **fields: Any) -> None:
    """Set fields of the page as it is on the site, and in its latest draft."""
    for name, value in fields.items():
        setattr(page, name, value)
    type(page).objects.filter(pk=page.pk).update(**fields)
    data = page.serializable_data()
    _patch(page, {name: data[name] for name in fields})


def _patch(page: Page, data: dict) -> None:
    revision = page.get_latest_revision()
    if revision is not None:
        revision.content |= data
        revision.save(update_fields=["content"])
