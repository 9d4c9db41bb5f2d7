"""Mail that is owed is sent once, and tried again for as long as it takes."""

import logging
import smtplib
from datetime import timedelta

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from events.models import Order
from home.mail.services import Debt, owe_mail, owe_mails, pay_owed_mail
from home.models import OwedMail
from home.privacy.keepers import NOBODY
from tests import stubborn_mail
from tests.factories.events import make_paid_order
from tests.factories.home import make_sector

pytestmark = pytest.mark.django_db


class NobodyHome(BaseEmailBackend):
    """A mail server that refuses every mail."""

    def send_messages(self, email_messages):
        raise smtplib.SMTPServerDisconnected


@pytest.fixture
def refusing(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.NobodyHome"}}


@pytest.fixture
def stubborn(settings):
    settings.MAILERS = {"default": {"BACKEND": "tests.stubborn_mail.StubbornBackend"}}
    yield stubborn_mail
    stubborn_mail.calm_down()


def owe(now, **fields) -> OwedMail:
    """The confirmation of an order that is paid."""
    owe_mail(kind="events.confirmation", about=make_paid_order(), now=now)
    owed = OwedMail.objects.latest("pk")
    OwedMail.objects.filter(pk=owed.pk).update(**{"not_before": now} | fields)
    owed.refresh_from_db()
    return owed


def test_what_is_owed_is_sent_once(now, mailoutbox):
    owed = owe(now)

    sent = [pay_owed_mail(now=now), pay_owed_mail(now=now)]

    owed.refresh_from_db()
    assert (sent, len(mailoutbox), owed.sent_at) == ([1, 0], 1, now)
    assert mailoutbox[0].extra_headers["Message-ID"] == owed.message_id


def test_what_another_process_is_sending_is_left_to_it(now, mailoutbox):
    owe(now, leased_until=now + timedelta(minutes=1))

    assert (pay_owed_mail(now=now), mailoutbox) == (0, [])


def test_what_was_refused_just_now_waits_its_time(now, mailoutbox):
    owe(now, not_before=now + timedelta(minutes=1))

    assert (pay_owed_mail(now=now), mailoutbox) == (0, [])


def test_who_died_while_sending_is_taken_over_from(now, mailoutbox):
    owe(now, leased_until=now)

    assert (pay_owed_mail(now=now), len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [
        (0, timedelta(minutes=2)),
        (3, timedelta(minutes=16)),
        (9, timedelta(hours=6)),
        (5000, timedelta(hours=6)),
    ],
)
def test_a_refused_mail_waits_longer_each_time_and_never_stops(
    now, refusing, attempts, wait
):
    owed = owe(now, attempts=attempts)

    pay_owed_mail(now=now)

    owed.refresh_from_db()
    assert (owed.sent_at, owed.leased_until) == (None, None)
    assert owed.not_before == now + wait


def test_a_broken_mail_does_not_stop_the_mail_behind_it(now, mailoutbox):
    broken = OwedMail.objects.create(
        kind="events.of_another_version",
        about_id=1,
        message_id="<1@voorbeeld.example>",
        not_before=now - timedelta(days=1),
    )
    owe(now)

    sent = pay_owed_mail(now=now)

    broken.refresh_from_db()
    assert (sent, len(mailoutbox)) == (1, 1)
    assert broken.not_before == now + timedelta(minutes=2)


def test_a_mail_about_what_is_gone_is_dropped(now, mailoutbox):
    owed = owe(now)
    Order.objects.all().delete()

    pay_owed_mail(now=now)

    owed.refresh_from_db()
    assert (owed.dropped_at, mailoutbox) == (now, [])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError, "no way to daan@voorbeeld.example"),
        (
            smtplib.SMTPRecipientsRefused,
            {"daan@voorbeeld.example": (550, b"5.1.1 nobody here")},
        ),
    ],
)
def test_the_log_says_in_one_line_what_went_wrong_and_not_for_whom(
    now, stubborn, caplog, error, said
):
    owed = owe(now)
    stubborn.troubles.append(error(said))

    pay_owed_mail(now=now)

    [line] = [record for record in caplog.records if record.name.startswith("home.")]
    assert (line.levelno, line.exc_info) == (logging.WARNING, None)
    assert (line.owed, line.error) == (owed.pk, error.__name__)
    assert "daan@voorbeeld.example" not in str(vars(line))


def test_who_was_erased_since_gets_no_mail(now, mailoutbox):
    owed = owe(now)
    Order.objects.update(buyer_email=NOBODY)

    pay_owed_mail(now=now)

    owed.refresh_from_db()
    assert (owed.dropped_at, mailoutbox) == (now, [])


def test_a_mail_can_only_be_owed_about_what_its_kind_is_about(now):
    with pytest.raises(TypeError, match="is not about a Sector"):
        owe_mail(kind="events.confirmation", about=make_sector(), now=now)

    assert not OwedMail.objects.exists()


def test_who_waits_for_a_mail_does_not_wait_for_those_of_others(
    now, mailoutbox, django_capture_on_commit_callbacks
):
    owe(now - timedelta(days=1))
    order = make_paid_order(buyer_email="iris@voorbeeld.example")

    with django_capture_on_commit_callbacks(execute=True):
        owe_mail(kind="events.confirmation", about=order, now=now)

    assert [mail.to for mail in mailoutbox] == [["iris@voorbeeld.example"]]


def test_mail_for_many_waits_for_tick(
    now, mailoutbox, django_capture_on_commit_callbacks
):
    debts = [Debt("events.confirmation", make_paid_order().pk) for _ in range(2)]

    with django_capture_on_commit_callbacks(execute=True):
        owe_mails(debts, now=now)
    at_once = len(mailoutbox)

    assert (at_once, pay_owed_mail(now=now)) == (0, 2)
