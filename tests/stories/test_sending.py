"""An issue goes to everybody it is for, once, whatever happens on the way."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.mail.delivery import wait_after
from stories.models import Delivery, IssuePage, Mailing, Subscriber, Theme
from stories.newsletter import retention, sending
from stories.newsletter.letters import KEY
from stories.newsletter.sending import (
    A_BATCH,
    LEASE,
    MOST_ATTEMPTS,
    AlreadyPlanned,
    NothingToStop,
    go_on,
    plan,
    send_issues,
    send_proof,
    stop,
)
from stories.newsletter.services import leave
from tests import stubborn_mail
from tests.factories.newsletter import make_issue, make_mailing
from tests.factories.stories import make_story, make_story_index, make_subscriber

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _then(time_machine, now, settings):
    time_machine.move_to(now, tick=False)
    settings.MAILERS = {"default": {"BACKEND": "tests.stubborn_mail.StubbornBackend"}}
    stubborn_mail.calm_down()
    make_story_index()


def make_readers(number: int, now) -> list[Subscriber]:
    return [make_subscriber(f"lezer{n}@x.example", now=now) for n in range(number)]


def got() -> list[str]:
    return [mail.to[0] for mail in outbox.outbox]


def send_all(now, *, rounds=1):
    for number in range(rounds):
        send_issues(now=now + number * A_MINUTE)


@pytest.mark.parametrize(
    ("also_monthly", "themes", "expected"),
    [
        (True, [], "abcd"),
        (False, [], "bd"),
        (True, ["mens"], "abc"),
        (False, ["mens"], "b"),
        (True, ["kwaliteit", "imago"], "abd"),
    ],
)
def test_who_gets_an_issue(also_monthly, themes, expected, now):
    theme = {each.slug: each for each in Theme.objects.all()}
    make_subscriber("a@x.example", now=now)
    make_subscriber("b@x.example", now=now, rhythm="week")
    make_subscriber("c@x.example", now=now, themes=[theme["mens"]])
    make_subscriber(
        "d@x.example",
        now=now,
        rhythm="week",
        themes=[theme["imago"], theme["kwaliteit"]],
    )
    make_subscriber("weg@x.example", now=now, left_at=now)
    make_subscriber("stop@x.example", now=now, stopped_at=now)
    make_subscriber("nog-niet@x.example", now=now, confirmed_at=None)
    make_mailing(now=now, also_monthly=also_monthly, themes=themes)

    send_all(now)

    assert sorted(got()) == [f"{letter}@x.example" for letter in expected]


def test_every_reader_gets_one_mail_with_a_link_of_their_own(now):
    readers = make_readers(3, now)
    story = make_story("De planner schuift aan")
    mailing = make_mailing(now=now, title="Nummer 1", pages=[story])

    send_all(now, rounds=3)

    assert got() == [reader.reader.email for reader in readers]
    for mail, reader in zip(outbox.outbox, readers, strict=True):
        address = f"http://testserver/nieuwsbrief/afmelden/{reader.token}/"
        html = mail.alternatives[0].content
        assert mail.subject == "Nummer 1"
        assert mail.extra_headers["List-Unsubscribe"] == f"<{address}>"
        assert (
            mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        )
        assert address in mail.body
        assert address in html
        assert KEY not in mail.body + html
    mailing.refresh_from_db()
    assert (mailing.begun_at, mailing.done_at, mailing.state) == (now, now, "verstuurd")
    assert len({mail.extra_headers["Message-ID"] for mail in outbox.outbox}) == 3


def test_what_goes_out_is_what_was_planned_and_it_comes_on_the_site(client, now):
    make_readers(1, now)
    mailing = make_mailing(now=now, title="Zoals het was")
    issue = mailing.issue
    issue.title = "Zoals het later werd"
    issue.save_revision()

    send_all(now)

    assert outbox.outbox[0].subject == "Zoals het was"
    page = IssuePage.objects.get(pk=issue.pk)
    assert (page.live, page.title) == (True, "Zoals het was")
    assert "Zoals het was" in client.get(page.url).text


def test_of_an_issue_on_the_site_the_version_that_was_planned_goes_out(now):
    make_readers(1, now)
    issue = make_issue("Zoals het er stond", live=True)
    issue.title = "Zoals het beter is"
    issue.save_revision()
    plan(issue=issue, at=now, by=None, now=now)

    send_all(now)

    assert outbox.outbox[0].subject == "Zoals het beter is"
    assert IssuePage.objects.get(pk=issue.pk).title == "Zoals het beter is"


def test_a_moment_to_come_on_the_site_does_not_keep_a_sent_issue_off_it(now):
    make_readers(1, now)
    issue = make_issue("Zoals het er stond")
    issue.title, issue.go_live_at = "Zoals het beter is", now + timedelta(days=2)
    issue.save_revision().publish()
    plan(issue=issue, at=now, by=None, now=now)

    send_all(now)

    assert outbox.outbox[0].subject == "Zoals het beter is"
    assert IssuePage.objects.get(pk=issue.pk).live


def test_half_an_issue_is_not_planned_and_keeps_no_other_waiting(now):
    make_readers(1, now)
    half, whole = make_issue("Half"), make_issue("Heel")
    mailing = plan(issue=half, at=now, by=None, now=now)
    plan(issue=whole, at=now, by=None, now=now)
    mailing.revision.content["preheader"] = ""
    mailing.revision.save()

    send_all(now)
    stop(mailing=mailing, now=now)
    with pytest.raises(ValidationError):
        plan(issue=IssuePage.objects.get(pk=half.pk), at=now, by=None, now=now)

    assert [mail.subject for mail in outbox.outbox] == ["Heel"]
    assert not Mailing.objects.filter(issue=half).exists()


def test_a_plan_for_later_waits_and_can_be_undone(now):
    make_readers(2, now)
    later = now + timedelta(hours=2)
    issue = make_issue()
    mailing = plan(issue=issue, at=later, by=None, now=now)

    send_all(now)
    before = (got(), mailing.state, IssuePage.objects.get(pk=issue.pk).live)
    with pytest.raises(AlreadyPlanned):
        plan(issue=issue, at=now, by=None, now=now)
    stop(mailing=mailing, now=now)
    send_all(later)

    assert before == ([], "gepland", False)
    assert got() == []
    plan(issue=issue, at=later, by=None, now=now)
    send_all(later)
    assert len(got()) == 2


def test_stopped_halfway_it_goes_on_where_it_was(now, monkeypatch):
    monkeypatch.setattr(sending, "A_ROUND", A_BATCH)
    readers = make_readers(A_BATCH + 3, now)
    mailing = make_mailing(now=now)
    send_all(now)

    stop(mailing=mailing, now=now)
    send_all(now + A_MINUTE)
    halfway = (len(got()), Mailing.objects.get().state)
    go_on(mailing=mailing)
    send_all(now + 2 * A_MINUTE, rounds=2)

    assert halfway == (A_BATCH, "stilgezet")
    assert sorted(got()) == sorted(reader.reader.email for reader in readers)
    with pytest.raises(NothingToStop):
        stop(mailing=mailing, now=now)


def test_who_leaves_while_it_goes_out_gets_none(now, monkeypatch):
    monkeypatch.setattr(sending, "A_ROUND", A_BATCH)
    readers = make_readers(A_BATCH + 1, now)
    make_mailing(now=now)
    send_all(now)

    leave(subscriber=readers[-1], now=now)
    send_all(now + A_MINUTE, rounds=2)

    assert readers[-1].reader.email not in got()
    assert Delivery.objects.filter(dropped_at__isnull=False).count() == 1
    assert Mailing.objects.get().state == "verstuurd"


def test_a_process_that_dies_halfway_repeats_nobody(now):
    """What another process holds is left alone until its lease ends."""
    make_readers(3, now)
    mailing = make_mailing(now=now)
    sending.begin(mailing=mailing, now=now)
    first, *_ = sending._claim(now)
    Delivery.objects.filter(pk=first).update(sent_at=now, leased_until=None)

    send_all(now + A_MINUTE)
    held = got()
    send_all(now + LEASE)

    assert held == []
    assert got() == ["lezer1@x.example", "lezer2@x.example"]


def test_a_mail_that_may_have_gone_out_goes_again_as_the_same_mail(now):
    [reader] = make_readers(1, now)
    make_mailing(now=now)
    stubborn_mail.troubles.append(smtplib.SMTPServerDisconnected("weg"))

    send_all(now)
    send_all(now + wait_after(1))

    assert got() == [reader.reader.email]
    assert (
        outbox.outbox[0].extra_headers["Message-ID"]
        == Delivery.objects.get().message_id
    )


@pytest.mark.parametrize(
    "trouble",
    [
        smtplib.SMTPServerDisconnected("weg"),
        smtplib.SMTPDataError(451, b"4.7.1 too fast"),
        smtplib.SMTPSenderRefused(421, b"later", "wij@x.example"),
        TimeoutError(),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
def test_a_server_in_trouble_is_let_be_and_nobody_is_skipped(trouble, now):
    readers = make_readers(3, now)
    make_mailing(now=now)
    stubborn_mail.troubles.extend([None, trouble])

    send_all(now)
    first = got()
    send_all(now + wait_after(1), rounds=1)

    assert first == ["lezer0@x.example"]
    assert sorted(got()) == [reader.reader.email for reader in readers]
    attempts = Delivery.objects.order_by("pk").values_list("attempts", flat=True)
    assert list(attempts) == [1, 2, 1]


def test_a_server_that_is_away_costs_no_attempt(now):
    make_readers(2, now)
    make_mailing(now=now)
    stubborn_mail.is_away.append(True)
    send_all(now, rounds=20)
    stubborn_mail.calm_down()

    send_all(now + 21 * A_MINUTE)

    assert len(got()) == 2
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {1}


def test_one_mail_that_a_server_chokes_on_does_not_stop_the_others(now):
    make_readers(3, now)
    make_mailing(now=now)
    stubborn_mail.refuses["lezer0@x.example"] = (451, b"4.2.2 full, later")

    for number in range(MOST_ATTEMPTS + 1):
        send_all(now + number * timedelta(hours=7))

    assert got() == ["lezer1@x.example", "lezer2@x.example"]
    dropped = Delivery.objects.get(dropped_at__isnull=False)
    assert (dropped.attempts, dropped.bounced_at) == (MOST_ATTEMPTS, None)
    assert Mailing.objects.get().state == "verstuurd"


def test_an_address_that_no_mail_can_be_made_for_stops_nobody(now):
    make_readers(2, now)
    make_mailing(now=now)
    stubborn_mail.troubles.append(ValueError("an address with a line in it"))

    send_all(now)

    assert got() == ["lezer1@x.example"]


def test_after_a_year_nobody_knows_who_had_which_issue(now):
    [reader] = make_readers(1, now)
    make_mailing(now=now, title="Nummer 1")
    send_all(now)
    told = retention.about(reader.reader.email)["Nummers die je kreeg"]

    gone = [
        retention.forget(now=now + retention.WHICH_ISSUES - timedelta(days=days))
        for days in (1, 0, 0)
    ]

    moments = {"verstuurd op": now, "teruggekomen op": None}
    assert told == [{"nummer": "Nummer 1", **moments}]
    assert gone == [0, 1, 0]
    assert Delivery.objects.filter(subscriber=None, sent_at=now).count() == 1


def test_who_is_erased_leaves_a_number_and_no_name(now):
    [reader] = make_readers(1, now)
    make_mailing(now=now)
    send_all(now)

    retention.erase(email=reader.reader.email, now=now)

    assert Delivery.objects.get().subscriber is None


def test_a_proof_goes_to_the_editor_only(now):
    make_readers(2, now)

    send_proof(issue=make_issue("Nummer 1"), to="lotte@x.example")

    assert got() == ["lotte@x.example"]
    assert outbox.outbox[0].subject == "Proef: Nummer 1"
    assert not Mailing.objects.exists()


def test_a_batch_asks_the_same_however_many_there_are_and_one_note_each(now):
    """With 2 and with 20: what differs is the note behind each mail."""
    asked = []
    for number in (2, 20):
        Subscriber.objects.all().delete()
        for n in range(number):
            make_subscriber(f"r{number}-{n}@x.example", now=now)
        mailing = make_mailing(now=now)
        sending.begin(mailing=mailing, now=now)
        with CaptureQueriesContext(connection) as queries:
            send_issues(now=now)
        asked.append(len(queries) - number)

    assert asked[0] == asked[1]
