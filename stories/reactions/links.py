"""Where the comments on a story stand, and one of them."""

from django.db.models import Q
from django.urls import reverse

from stories.reactions.models import Comment

A_PAGE = 50


def address_of(comment: Comment) -> str:
    """On its page of the list, scrolled to it."""
    thread = comment.parent_id or comment.pk
    before = Q(parent__lt=thread) | Q(parent=None, pk__lte=thread)
    of_the_thread = Q(parent=thread, pk__lte=comment.pk)
    listed = Comment.objects.filter(before | of_the_thread, story=comment.story_id)
    number = (listed.with_a_trace().count() - 1) // A_PAGE + 1
    query = f"?pagina={number}" if number > 1 else ""
    return f"{list_of(comment)}{query}#{comment.anchor}"


def list_of(comment: Comment) -> str:
    return reverse("comments", args=[comment.story.slug])
