"""`manage.py tick`: every step gets its turn, one round at a time."""

import fcntl
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from config.management.commands import tick


def test_a_failing_step_does_not_stop_the_next(now, caplog):
    taken = []

    def first(*, now):
        raise RuntimeError("stuk")

    def second(*, now):
        taken.append(now)

    failed = tick.run([first, second], now=now)

    assert failed == ["first"]
    assert taken == [now]
    assert [record.getMessage() for record in caplog.records] == ["tick: first failed"]


def test_payments_come_before_places_and_mail_comes_last():
    assert [step.__name__ for step in tick.STEPS] == [
        "sweep",
        "carry_on_calling_off",
        "refund_resold",
        "pay_owed_refunds",
        "follow_refunds",
        "free_lapsed_holds",
        "free_kept_places",
        "end_lists",
        "end_unsold",
        "offer_places",
        "reconcile_when_due",
        "follow_consent",
        "make_missing",
        "publish_scheduled",
        "honour_writers",
        "remind",
        "tell_of_silence",
        "nudge",
        "remind_of_consent",
        "tell_of_work",
        "add_readings",
        "end_rights",
        "tell_leads",
        "tell_of_vacancies",
        "ask_owners",
        "seek_owners",
        "move_up_everywhere",
        "remind_of_sessions",
        "pay_owed_mail",
        "send_issues",
    ]


def test_the_command_fails_with_the_name_of_what_failed(monkeypatch):
    def broken(*, now):
        raise RuntimeError("stuk")

    monkeypatch.setattr(tick, "STEPS", [broken])

    with pytest.raises(CommandError, match="Niet gelukt: broken"):
        call_command("tick")


def test_a_second_round_at_the_same_time_steps_aside(monkeypatch):
    taken = []
    monkeypatch.setattr(tick, "STEPS", [lambda *, now: taken.append(now)])
    said = StringIO()

    with (settings.VAR_DIR / "tick.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        call_command("tick", stdout=said)

    assert taken == []
    assert said.getvalue() == "De vorige ronde loopt nog; deze slaat over.\n"


@pytest.mark.django_db
def test_all_steps_run_on_an_empty_site(stripe):
    call_command("tick")
