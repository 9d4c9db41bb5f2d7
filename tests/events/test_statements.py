"""What a whole purchase asks of the database (the bar of the flash sale)."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from events.models import Order
from tests.factories.checkout import ANSWERS, hold
from tests.factories.events import make_event_page, make_ticket

pytestmark = pytest.mark.django_db


class Counted:
    """Statements of some requests; what frames a transaction is counted apart.

    A test is a transaction itself, so there BEGIN and COMMIT are a savepoint and its
    release: a savepoint within a transaction would show as one frame too many."""

    def __init__(self, commit):
        self.commit = commit
        self.frames = self.others = 0

    def __call__(self, ask, *asked, **more):
        with CaptureQueriesContext(connection) as queries, self.commit(execute=True):
            answer = ask(*asked, **more)
        frames = sum("SAVEPOINT" in query["sql"] for query in queries)
        self.frames += frames
        self.others += len(queries) - frames
        return answer


@pytest.fixture
def ticket(db, settings):
    """As on a server: tasks wait in the queue."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return make_ticket(event=make_event_page().event)


@pytest.fixture
def count(django_capture_on_commit_callbacks):
    return Counted(django_capture_on_commit_callbacks)


def buy(client, stripe, ticket, count) -> None:
    """Event page, hold, form, pay, return and order page: six requests, all counted."""
    client.cookies.clear()
    cache.clear()
    Site.get_site_root_paths()  # kept by every process, until a site changes
    count(client.get, ticket.event.page.url)
    form = count(hold, client, ticket).url
    count(client.get, form)
    count(client.post, form, ANSWERS)
    session = stripe.sessions[-1]
    stripe.pay(session["id"])
    back = count(client.get, session["success_url"].removeprefix("http://testserver"))
    page = count(client.get, back.url)
    assert "Daan Okafor" in page.text


def test_a_whole_purchase_costs_sixty_statements(client, stripe, ticket, count):
    """All that reads or writes, also the task that is put in the queue.

    BEGIN and COMMIT of four transactions (hold, session, order, settle) come on top.
    The first buyer of a year adds the series of invoice numbers, the first of an event
    the text of its terms: this is the second. The mails are made by the worker."""
    buy(client, stripe, ticket, lambda ask, *asked: ask(*asked))

    buy(client, stripe, ticket, count)

    paid = Order.objects.filter(status=Order.Status.PAID).count()
    assert (paid, count.frames) == (2, 2 * 4)
    assert count.others <= 60


def test_a_refusal_costs_three_statements_and_waits_for_nobody(
    client, stripe, ticket, count
):
    """The event, its type and the details in the footer; no transaction."""
    ticket.event.places.all().delete()
    Site.get_site_root_paths()  # kept by every process, until a site changes

    answer = count(hold, client, ticket)

    assert "Alle vrije duo’s zijn weg" in answer.text
    assert (count.frames, count.others) == (0, 3)
