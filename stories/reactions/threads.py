"""Comments as a page shows them: each with its answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from stories.reactions.models import Comment


@dataclass
class Thread:
    """A comment, and those of its answers that stand on this page."""

    comment: Comment
    answers: list[Comment] = field(default_factory=list)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """In their order; of answers that go on from the page before, repeat the first."""
    found: dict[int, Thread] = {}
    for comment in comments:
        first = comment.parent or comment
        thread = found.setdefault(first.pk, Thread(first))
        if comment.parent:
            thread.answers.append(comment)
    return list(found.values())
