"""What the lead sees of it, what stands on the outcome, and when it cannot settle."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html

from community.consultation.models import Remark
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import OUTCOME, section
from community.working_groups.settling import objects


def _waiting(group) -> QuerySet[Remark]:
    return Remark.objects.of_group(group).unanswered()


def _since(moment: datetime) -> Q:
    return Q(waiting_since__gt=moment)


piles_up(
    Pile(
        "reactie op een uitkomst zonder antwoord",
        "reacties op uitkomsten zonder antwoord",
        "remarks_desk",
        _waiting,
        _since,
    )
)
door(
    Door(
        15,
        "Reacties",
        "Wat mensen van een uitkomst vinden: elke reactie krijgt een antwoord.",
        "remarks_desk",
    )
)


@section(5, "community/consultation/totals.html", of=OUTCOME)
def totals(outcome) -> dict | None:
    """How many said what; nothing before anybody did."""
    if outcome.pk is None:
        return None
    shown = Remark.objects.shown().filter(outcome=outcome.pk).order_by()
    counted = dict(shown.values_list("verdict").annotate(Count("pk")))
    if not counted:
        return None
    words = [
        (counted[verdict], verdict.label)
        for verdict in Remark.Verdict
        if verdict in counted
    ]
    return {"number": sum(counted.values()), "words": words}


@objects
def everybody_got_an_answer(outcome) -> str:
    """With the way to them, beside what the lead is writing."""
    waiting = Remark.objects.unanswered().filter(outcome=outcome.pk).order_by("pk")
    found = list(waiting.values_list("pk", flat=True))
    if not found:
        return ""
    group = outcome.group.slug
    if len(found) == 1:
        what, go = "1 reactie wacht", "Beantwoord die"
        address = reverse("answer_remark", args=[group, *found])
    else:
        what, go = f"{len(found)} reacties wachten", "Beantwoord ze"
        address = reverse("remarks_desk", args=[group])
    return format_html(
        "Nog {} op een antwoord van de groep. "
        '<a href="{}" target="_blank">{}</a> (opent in een nieuw tabblad).',
        *(what, address, go),
    )
