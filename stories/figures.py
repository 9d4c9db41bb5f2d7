"""How many stories, for the page with figures."""

from datetime import datetime

from django.db.models import Count

from home.figures.registry import Figure, Figures, counts
from stories.models import StoryPage, Theme


@counts(10)
def stories(now: datetime) -> Figures:
    open_stories = StoryPage.objects.open()
    by_theme = dict(open_stories.order_by().values_list("theme").annotate(Count("pk")))
    themes = Theme.objects.order_by("pk")
    rows = [Figure("in totaal", sum(by_theme.values()))]
    rows += [Figure(each.name, by_theme.get(each.pk, 0)) for each in themes]
    return Figures("Verhalen", rows)
