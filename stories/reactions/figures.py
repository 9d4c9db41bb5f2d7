"""How many comments, as part of a question that is asked anyway."""

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from stories.reactions.models import Comment


def comments_shown() -> Coalesce:
    """Of the story in the query around it."""
    shown = Comment.objects.shown().filter(story=OuterRef("pk")).order_by()
    counted = shown.values("story").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
