"""How a lead meets the CMS: addresses, a filled-in form, a refusal."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from community.models import Membership

SOURCE = {"title": "Verslag", "link": "https://voorbeeld.example/", "note": ""}


def filled_in(sources=(), **fields):
    """The form of an outcome as a browser sends it; everything is filled in."""
    fields = {
        "title": "Een merk zonder gevolg",
        "slug": "een-merk",
        "number": "1",
        "version": "0.1",
        "date": "2026-11-18",
        "status": "concept",
        "consultation_until": "",
        "kind": "inzicht",
        "stopped_because": "",
        "responsible": str(Membership.objects.values_list("person", flat=True).first()),
        "next_step": "Met drie teams proberen.",
        "due": "",
        "progress": "0",
        "value_for": "beide",
        "lead": "Kort en goed.",
        "question": "Wat ontbreekt er?",
        "work": rich_text("<p>We vroegen het na.</p>", features=["bold"]),
        "result": rich_text("<p>Het gevolg ontbreekt.</p>", features=["bold"]),
        "evidence": inline_formset([{"document": "", **source} for source in sources]),
        "comments": inline_formset([]),
        **fields,
    }
    return nested_form_data(fields)


def add_address(group):
    return reverse(
        "wagtailadmin_pages:add", args=["community", "outcomepage", group.pk]
    )


def page_address(action, page):
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


def refused(response) -> bool:
    """Wagtail sends who may not to its front page or its login, or says 403 or 404."""
    if response.status_code == 302:
        way = response.headers["Location"]
        return way == "/cms/" or way.startswith("/cms/login/")
    return response.status_code in {403, 404}
