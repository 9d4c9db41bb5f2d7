"""Ask on the day, and let everybody read the answer."""

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from community.follow_up.mail import KIND, LOST, whom_to_ask
from community.follow_up.models import FollowUp, Report
from community.working_groups.drafts import change
from community.working_groups.outcome_page import OutcomePage
from home.mail.models import OwedMail
from home.mail.services import Debt, owe_mail, owe_mails
from home.transactions import whole


def ask_owners(*, now: datetime) -> int:
    """For `tick`: each outcome whose day has come, once for that day."""
    asked = FollowUp.objects.filter(outcome=OuterRef("pk"), due=OuterRef("due"))
    outcomes = OutcomePage.objects.open().under_way().order_by("pk")
    due = outcomes.filter(~Exists(asked), due__lte=timezone.localdate(now))
    return sum(_ask(outcome, now=now) for outcome in due)


@whole
def _ask(outcome: OutcomePage, *, now: datetime) -> int:
    asked, is_new = FollowUp.objects.get_or_create(
        outcome=outcome,
        due=outcome.due,  # type: ignore[misc]  # it came, so there is one
        defaults={"asked": whom_to_ask(outcome), "asked_at": now},
    )
    owe_mail(kind=KIND, about=asked, now=now)
    return int(is_new)


def seek_owners(*, now: datetime) -> int:
    """For `tick`: an outcome that lost its owner, however that came; once for each."""
    lost = OutcomePage.objects.open().without_owner(timezone.localdate(now))
    owners = lost.order_by("pk").values_list("pk", "responsible")
    told = OwedMail.objects.filter(kind=LOST).values_list("about_id", "occasion")
    debts = {(pk, str(owner or "")) for pk, owner in owners} - set(told)
    owe_mails([Debt(LOST, *each) for each in sorted(debts)], now=now)
    return len(debts)


@whole
def report(*, asked: FollowUp, said: Report, now: datetime) -> None:
    """On the page at once; said again by the same link, it takes its place."""
    asked.answer, asked.progress, asked.answered_at = said.answer, said.progress, now
    asked.save(update_fields=["answer", "progress", "answered_at"])
    change(
        asked.outcome,
        progress=said.progress,
        next_step=said.next_step,
        due=said.due,
    )
