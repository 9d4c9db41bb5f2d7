"""What waits for somebody to look at: whose work it is, and what of it is new."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from home.models import Claim, Confirmation
from stories.field_tests import services as field_tests
from stories.models import Comment, Contribution, FieldTest
from stories.reactions import services as reactions


@dataclass(frozen=True)
class Pile:
    """One kind of work; `since` narrows it down to what came after a moment."""

    right: str
    one: str
    many: str
    desk: str  # the name of its address
    waiting: Callable[[], QuerySet]
    since: Callable[[datetime], Q]


def _confirmed(purpose: str) -> Callable[[datetime], Q]:
    def since(moment: datetime) -> Q:
        clicks = Confirmation.objects.filter(
            purpose=purpose, about_id=OuterRef("pk"), given_at__gt=moment
        )
        return Q(Exists(clicks))

    return since


def _said_or_reported(moment: datetime) -> Q:
    reported = Q(reports__settled_at=None, reports__reported_at__gt=moment)
    return reported | _confirmed(reactions.PURPOSE)(moment)


def _handed_in() -> QuerySet:
    return Contribution.objects.filter(status=Contribution.Status.HANDED_IN)


def _in_since(moment: datetime) -> Q:
    return Q(handed_in_at__gt=moment)


def _claimed_since(moment: datetime) -> Q:
    return Q(asked_at__gt=moment)


MODERATE, EDIT = "stories.change_comment", "stories.change_contribution"
PILES = [
    Pile(
        MODERATE,
        "reactie die wacht of gemeld is",
        "reacties die wachten of gemeld zijn",
        "moderation",
        Comment.objects.to_look_at,
        _said_or_reported,
    ),
    Pile(
        MODERATE,
        "toelichting bij een praktijktoets",
        "toelichtingen bij een praktijktoets",
        "moderation_of_reasons",
        FieldTest.objects.to_look_at,
        _confirmed(field_tests.PURPOSE),
    ),
    Pile(
        EDIT,
        "ingeleverd stuk van een lezer",
        "ingeleverde stukken van lezers",
        "contributions",
        _handed_in,
        _in_since,
    ),
    Pile(
        "home.change_claim",
        "verzoek ‘dit ben ik’",
        "verzoeken ‘dit ben ik’",
        "claims",
        Claim.objects.open,
        _claimed_since,
    ),
]
