"""Questionnaires, and the rankings that are one, among what a search finds."""

from django.urls import reverse

from community.questionnaires.models import Questionnaire
from community.working_groups.group_page import WorkingGroupPage
from home.search.sources import SOURCES, Result, Source


def _public():
    """What only some were invited to, they know by their mail."""
    return Questionnaire.objects.published().filter(
        group__in=WorkingGroupPage.objects.open(),
        audience__in=[Questionnaire.Audience.EVERYONE, Questionnaire.Audience.MEMBERS],
    )


def _result(title: str, intro: str, slug: str, group: str, ranking: str) -> Result:
    kind, address = "vragenlijst", reverse("questionnaire", args=[slug])
    if ranking:
        kind, address = "rangschikking", reverse("ranking", args=[group, ranking])
    return Result(title, address, kind, intro)


SOURCES.append(
    Source(
        "vragenlijsten",
        "Vragenlijsten",
        _public,
        ("title", "intro", "slug", "group__slug", "ranking__pk"),
        _result,
        inflected=True,
    )
)
