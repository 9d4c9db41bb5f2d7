"""What else somebody stands for; it stands beside their name, and is never deleted."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import (
    Case,
    Expression,
    F,
    OuterRef,
    Q,
    StringAgg,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

TEXT = models.TextField()


class InterestQuerySet(models.QuerySet):
    """Each method finishes the sentence `the interests …`."""

    def on(self, day: date | Expression):
        """Begun, and not over."""
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gte=day))

    def newest_first(self):
        return self.order_by("-since", "-pk")


class Interest(models.Model):
    """What ties somebody to a party that may gain by what they say."""

    person = models.ForeignKey(
        "home.Person", models.CASCADE, related_name="interests", verbose_name="persoon"
    )
    what = models.CharField("wat", max_length=120)
    with_whom = models.CharField("bij wie", max_length=120)
    since = models.DateField("van")
    until = models.DateField("tot en met", null=True, blank=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = "belang"
        verbose_name_plural = "belangen"
        constraints = [
            models.CheckConstraint(
                name="interest_ends_after_it_began",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="Een belang eindigt niet voor het begon.",
            )
        ]

    def __str__(self):
        return f"{self.what}, {self.with_whom}"


def declared_by(person: str, day: date | Expression) -> Coalesce:
    """What somebody declares on a day, in one line: a column of any list of names."""
    theirs = Interest.objects.on(day).filter(person=OuterRef(person)).values("person")
    line = Concat("what", Value(", "), "with_whom", output_field=TEXT)
    lines = theirs.annotate(
        lines=StringAgg(line, Value("; "), output_field=TEXT)
    ).values("lines")
    return Coalesce(Subquery(lines), Value(""), output_field=TEXT)


def declared_under(name: str, person: str, day: date | Expression) -> Case:
    """Only of who speaks under the name of their profile: a pseudonym stays one."""
    is_own = Q(**{name: F(f"{person}__name")})
    return Case(When(is_own, then=declared_by(person, day)))


def by_day(
    interests: Iterable[Interest], day: date
) -> tuple[list[Interest], list[Interest]]:
    """What holds today, and what is over; the newest first."""
    newest = sorted(interests, key=lambda each: (each.since, each.pk), reverse=True)
    begun = [each for each in newest if each.since <= day]
    now = [each for each in begun if each.until is None or each.until >= day]
    return now, [each for each in begun if each not in now]
