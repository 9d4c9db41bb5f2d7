"""What has ten thousand rows is read a page at a time, with as many questions."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from community.models import GroupDocument, Harvest, LiveQuestion
from tests.asked import statements
from tests.factories.community import make_document, make_group, make_outcome
from tests.factories.sessions import make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    """It was over yesterday."""
    then = timezone.now() - timedelta(days=1)
    group = make_group("mens")
    return make_session(now=then, group=group, starts_at=then, takes_questions=True)


def ask(session, numbers, **fields) -> None:
    """The one with the highest number has the most support."""
    LiveQuestion.objects.bulk_create(
        LiveQuestion(
            session=session,
            text=f"Vraag {number:03}.",
            supports=number,
            asked_at=session.starts_at,
            **fields,
        )
        for number in numbers
    )


def test_every_contribution_of_a_session_can_be_read(client, session):
    Harvest.objects.bulk_create(
        Harvest(session=session, text=f"Bijdrage {n:03}.", said_at=session.starts_at)
        for n in range(101)
    )
    page, address = (
        page_of(session),
        reverse("session_harvest", args=["wie-luistert-er"]),
    )

    begin = client.get(page.url).text
    last = client.get(f"{address}?pagina=4").text

    assert ("Bijdrage 099." in begin, "Bijdrage 100." in begin) == (True, False)
    assert f'href="{address}"' in begin
    assert "Bijdrage 100." in last
    assert len(statements(client, address)) == len(
        statements(client, f"{address}?pagina=4")
    )


def test_every_question_of_a_session_can_be_read(client, session):
    ask(session, range(202))
    ask(session, range(300, 351), state="answered")
    address = reverse("all_questions", args=["wie-luistert-er"])

    board = client.get(reverse("session_questions", args=["wie-luistert-er"])).text
    told = client.get(page_of(session).url).text
    last = client.get(f"{address}?pagina=6").text

    assert ("Vraag 002." in board, "Vraag 001." in board) == (True, False)
    assert ("Vraag 301." in told, "Vraag 300." in told) == (True, False)
    assert all(f'href="{address}"' in html for html in (board, told))
    assert "Vraag 001." in last
    assert len(statements(client, address)) == len(
        statements(client, f"{address}?pagina=6")
    )


def test_every_document_of_a_group_can_be_read(client):
    group, document = make_group("mens"), make_document()
    for number in range(9):
        GroupDocument.objects.create(
            group=group, document=document, title=f"Document {number}."
        )
    address = reverse("group_documents", args=["mens"])

    begin, every = client.get(group.url).text, client.get(address).text

    assert ("Document 1." in begin, "Document 0." in begin) == (True, False)
    assert f'href="{address}"' in begin
    assert "Document 0." in every


def test_every_version_of_an_outcome_can_be_read(client):
    outcome = make_outcome(make_group(), slug="norm", result="<p>Twaalf.</p>")
    outcome.save_revision(log_action=True).publish()
    first = PageLogEntry.objects.get(action="wagtail.publish")
    outcome.result = "<p>Zestien.</p>"
    last = outcome.save_revision(log_action=True)
    last.publish()
    moment = first.timestamp - timedelta(days=1)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=outcome,
            content_type=first.content_type,
            action=first.action,
            label=first.label,
            revision=first.revision,
            timestamp=moment,
        )
        for _ in range(19)
    )
    address = f"{outcome.url}versies/"

    latest, earliest = (client.get(f"{address}{at}").text for at in ("", "?pagina=2"))
    changed = client.get(f"{address}21/").text

    assert ("/versies/21/" in latest, "/versies/1/" in latest) == (True, False)
    assert "/versies/1/" in earliest
    assert "<del>Twaalf.</del><ins>Zestien.</ins>" in changed
    assert client.get(f"{address}22/").status_code == 404
