"""Where the owner of an outcome answers, by the link in the mail."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community.follow_up.forms import ReportForm
from community.follow_up.models import FollowUp
from community.follow_up.services import report
from community.working_groups.membership import Membership
from home.personal import personal_link


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request, token):
    """It works until the next time that we ask, for who is in the group."""
    asked = FollowUp.objects.select_related("outcome").filter(token=token).first()
    if asked is None or _is_old(asked) or _has_left(asked):
        return render(request, "community/follow_up/dead_link.html", status=410)
    outcome, now = asked.outcome, timezone.now()
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        today=timezone.localdate(now),
        initial={
            "answer": asked.answer,
            "progress": outcome.progress,
            "next_step": outcome.next_step,
        },
    )
    if form.is_valid():
        report(asked=asked, said=form.report, now=now)
        return redirect(f"{request.path}?bewaard=1")
    context = {"outcome": outcome, "form": form, "is_kept": "bewaard" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "community/follow_up/report.html", context, status=status)


def _is_old(asked: FollowUp) -> bool:
    return FollowUp.objects.filter(outcome=asked.outcome_id, pk__gt=asked.pk).exists()


def _has_left(asked: FollowUp) -> bool:
    places = Membership.objects.on(timezone.localdate())
    mine = places.filter(group=asked.outcome.group, person=asked.asked_id)
    return not mine.exists()
