"""Stories for pages of other apps."""

from functools import cache

from django import template
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from home.models import Organisation, Person
from home.statements import Blank, Statement, counted
from stories.pages.cards import Card, as_cards
from stories.pages.credits import Credit
from stories.pages.story_page import StoryPage, by_person, cards

A_PAGE = 24

register = template.Library()

FEATURED = Statement(lambda: cards().filter(featured=True)[:1])

NUMBER = Statement(lambda: counted(StoryPage.objects.open()))


@cache
def _others(number: int) -> Statement:
    return Statement(
        lambda: cards().exclude(pk=Blank("story", BigIntegerField()))[:number]
    )


@register.simple_tag
def latest_stories(number: int = 4) -> list[Card]:
    """The newest featured story first, then the newest others, in 4 queries."""
    featured = FEATURED.rows()
    others = _others(number).rows(story=featured[0][0] if featured else 0)
    return as_cards([*featured, *others][:number])


@register.simple_tag
def number_of_stories() -> int:
    """How many there are to read."""
    return sum(number for (number,) in NUMBER.rows())


@register.simple_tag
def stories_by(person: Person, number: str | None) -> Page:
    """One page of what somebody had a part in or speaks in, in 4 queries."""
    theirs = by_person(person).values("pk")
    return _page(cards().filter(Q(pk__in=theirs) | Q(pk__in=_naming(person))), number)


@register.simple_tag
def stories_around(organisation: Organisation, number: str | None) -> Page:
    """One page of what is about an organisation or by it, in 4 queries."""
    by_it = Credit.objects.filter(organisation=organisation).values("story")
    return _page(cards().filter(Q(organisation=organisation) | Q(pk__in=by_it)), number)


def _naming(person: Person) -> QuerySet:
    """Stories with a quote of theirs, or where they sat at the table."""
    named = ReferenceIndex.get_references_to(person).filter(
        content_type=ContentType.objects.get_for_model(StoryPage),
        model_path__startswith="body.",
    )
    return named.annotate(story=Cast("object_id", BigIntegerField())).values("story")


@register.filter
def line_with(story: Card, somebody: Person | Organisation) -> str:
    """The line of a card, with what somebody did in the place of the authors."""
    is_person = isinstance(somebody, Person)
    parts = [
        name.part_in_words
        for name in story.credited
        if (name.is_person, name.slug) == (is_person, somebody.slug)
    ]
    return story.line_by(" en ".join(parts)) if parts else story.line


def _page(found, number: str | None) -> Page:
    pages = Paginator(found, A_PAGE).get_page(number)
    pages.object_list = as_cards(pages.object_list)
    return pages
