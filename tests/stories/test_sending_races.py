"""Two rounds at one instant, in two processes: nobody gets an issue twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail as outbox
from django.db import connection
from wagtail.models import Locale

from stories.models import Delivery, IssuePage, Mailing, Subscriber
from stories.newsletter.sending import plan, send_issues
from stories.newsletter.services import Wish, subscribe
from tests.factories.stories import make_subscriber

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def at_once(work, times: int) -> list:
    """Each in a thread and with a connection of its own."""

    def run(_):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=times) as threads:
        return list(threads.map(run, range(times)))


def make_bare_issue() -> IssuePage:
    """Without a site around it, which the tests before this one emptied."""
    Locale.objects.get_or_create(language_code="nl")
    words = {"title": "Nummer 1", "preheader": "Kort.", "opening": "<p>Dag.</p>"}
    return IssuePage.add_root(instance=IssuePage(slug="nummer-1", **words))


def test_two_rounds_at_one_instant_send_each_reader_one_mail(now):
    for number in range(120):
        make_subscriber(f"lezer{number}@x.example", now=now)
    plan(issue=make_bare_issue(), at=now, by=None, now=now)

    handled = at_once(lambda: send_issues(now=now), 4)

    got = [mail.to[0] for mail in outbox.outbox]
    assert (len(got), len(set(got))) == (120, 120)
    assert sum(handled) == 120
    assert sum(number > 0 for number in handled) > 1  # they really shared the work
    assert Delivery.objects.open().count() == 0
    assert Mailing.objects.get().state == "verstuurd"


def test_four_clicks_at_one_instant_are_one_subscriber(now):
    at_once(lambda: subscribe(email="iris@x.example", wish=Wish(), now=now), 4)

    assert Subscriber.objects.count() == 1
