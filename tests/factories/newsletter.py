"""Issues of the newsletter, and a mail server that refuses."""

from datetime import datetime
from itertools import count

from django.contrib.auth.models import User

from stories.models import IssueItem, IssuePage, Mailing, NewsletterPage, Theme
from stories.newsletter.sending import plan
from tests.factories.stories import make_story_index

_number = count(1)


def make_issue(title="Wat er klonk in november", *, pages=(), themes=(), **fields):
    """A draft, as an editor leaves it."""
    make_story_index()
    fields = {
        "slug": f"nummer-{next(_number)}",
        "preheader": "Vier verhalen en een dag in maart.",
        "opening": '<p>Dag. Lees <a href="/verhalen/">alles</a>.</p>',
        "live": False,
        **fields,
    }
    issue = IssuePage(title=title, **fields)
    issue.items = [IssueItem(page=page) for page in pages]
    issue.themes = Theme.objects.filter(slug__in=themes)
    NewsletterPage.objects.get().add_child(instance=issue)
    issue.save_revision()
    return issue


def make_mailing(*, now: datetime, **fields) -> Mailing:
    """Planned for now by somebody."""
    by = User.objects.get_or_create(username="milan")[0]
    return plan(issue=make_issue(**fields), at=now, by=by, now=now)
