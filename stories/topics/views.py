"""The page of a topic."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from home.page_cache.middleware import kept
from stories.pages.cards import as_cards
from stories.pages.story_page import cards
from stories.topics.told import told

A_PAGE = 24


@kept
@require_safe
def topic_page(request, slug):
    """Its stories, newest first, and the other topics under the same theme."""
    topic = get_object_or_404(told(), slug=slug)
    stories = cards().filter(topics=topic.pk)
    pages = Paginator(stories, A_PAGE).get_page(request.GET.get("pagina"))
    pages.object_list = as_cards(pages.object_list)
    others = told().filter(theme=topic.theme_id).exclude(pk=topic.pk)
    context = {"topic": topic, "pages": pages, "others": others}
    return render(request, "stories/topics/topic.html", context)
