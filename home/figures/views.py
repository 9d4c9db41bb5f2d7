"""The page with figures: counted at most once in ten minutes."""

from django.core.cache import cache
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.figures.registry import all_figures
from home.page_cache.middleware import kept

TEN_MINUTES = 600


@kept
@require_safe
def figures(request):
    found = cache.get_or_set("figures", _counted, TEN_MINUTES)
    return render(request, "home/figures/page.html", found)


def _counted() -> dict:
    now = timezone.now()
    return {"figures": all_figures(now), "counted_at": now}
