"""What a member did among the stories, for their account."""

from django import template

from home.models import Reader
from stories.models import Comment, Contribution, Subscriber

MOST = 20

register = template.Library()


@register.simple_tag
def comments_of(reader: Reader | None) -> list[Comment]:
    """The latest that can be read, each with its story."""
    shown = Comment.objects.shown().filter(reader=reader, story__live=True)
    newest = shown.select_related("story").order_by("-written_at", "-pk")
    return list(newest[:MOST]) if reader else []


@register.simple_tag
def pieces_of(reader: Reader | None) -> list[Contribution]:
    """What they write or wrote for us."""
    pieces = Contribution.objects.exclude(status=Contribution.Status.ASKED)
    newest = pieces.filter(reader=reader).defer("text").order_by("-saved_at", "-pk")
    return list(newest[:MOST]) if reader else []


@register.simple_tag
def subscription_of(reader: Reader | None) -> Subscriber | None:
    """Confirmed, and not left."""
    now = Subscriber.objects.filter(reader=reader, left_at=None, stopped_at=None)
    return now.exclude(confirmed_at=None).first() if reader else None
