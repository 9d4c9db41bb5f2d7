"""After all pages: the numbers of the newsletter tell about them."""

from datetime import datetime

from wagtail.models import Page

from config.demo.days import days_before
from config.demo.loaders.stories import publish
from config.demo.markup import rich
from config.demo.newsletter import DRAFT, READERS, SENT
from config.demo.writing import Issue
from home.mail.services import new_message_id
from home.readers.services import reader_for
from stories.models import (
    Delivery,
    IssueItem,
    IssuePage,
    Mailing,
    NewsletterPage,
    Subscriber,
    Theme,
)
from stories.newsletter import consent
from stories.newsletter.letters import as_mail


def load(now: datetime) -> dict[str, int]:
    there = days_before(now, SENT.days_ago + 30)
    return {
        "abonnees": sum(_subscriber(*row, there) for row in READERS),
        "nieuwsbrieven": _sent(now) + _draft(),
    }


def _subscriber(email: str, rhythm: str, theme: str, since: datetime) -> int:
    reader = reader_for(email, now=since)
    if Subscriber.objects.filter(reader=reader).exists():
        return 0
    type(reader).objects.filter(pk=reader.pk).update(confirmed_at=since)
    subscriber = Subscriber.objects.create(
        reader=reader,
        rhythm=rhythm,
        consent=consent.VERSION,
        asked_at=since,
        confirmed_at=since,
    )
    subscriber.themes.set(Theme.objects.filter(slug=theme))
    return 1


def _sent(now: datetime) -> int:
    parent = NewsletterPage.objects.get()
    if parent.get_children().filter(slug=SENT.slug).exists():
        return 0
    moment = days_before(now, SENT.days_ago)
    issue = _issue(SENT)
    publish(parent, issue, moment)
    words = as_mail(issue)
    mailing = Mailing.objects.create(
        issue=issue,
        starts_at=moment,
        begun_at=moment,
        done_at=moment,
        **words._asdict(),
    )
    Delivery.objects.bulk_create(
        Delivery(
            mailing=mailing,
            subscriber=subscriber,
            message_id=new_message_id(),
            sent_at=moment,
        )
        for subscriber in Subscriber.objects.who_get(issue).order_by("pk")
    )
    return 1


def _draft() -> int:
    parent = NewsletterPage.objects.get()
    if parent.get_children().filter(slug=DRAFT.slug).exists():
        return 0
    issue = _issue(DRAFT)
    issue.live = False
    parent.add_child(instance=issue)
    issue.save_revision()
    return 1


def _issue(told: Issue) -> IssuePage:
    issue = IssuePage(
        slug=told.slug,
        title=told.title,
        preheader=told.preheader,
        opening=rich(told.opening),
        closing=rich(told.closing) if told.closing else "",
    )
    found = {page.slug: page for page in Page.objects.filter(slug__in=told.pages)}
    issue.items = [IssueItem(page=found[slug]) for slug in told.pages if slug in found]
    return issue
