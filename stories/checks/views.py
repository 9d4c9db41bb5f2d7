"""The draft behind a personal link, with one form below it."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from home.personal import personal_link
from stories.checks.forms import AnswerForm
from stories.checks.models import Check
from stories.checks.services import AlreadyAnswered, TooLate, answer


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def fact_check(request, token):
    """What was asked to be read, until its day; and afterwards 410."""
    now = timezone.now()
    checks = Check.objects.select_related("revision")
    check = get_object_or_404(checks, token=token)
    if not check.is_open(now) or check.revision is None:
        return _too_late(request)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            answer(check=check, now=now, **form.cleaned_data)
        except TooLate:
            return _too_late(request)
        except AlreadyAnswered:
            pass  # the page says which answer stands
        return redirect("fact_check", token=token)
    return _draft(request, check, check.revision.as_object(), form)


def _draft(request, check: Check, story, form: AnswerForm):
    request.is_preview = True  # names and topics are those of this version
    context = story.get_context(request) | {"check": check, "form": form}
    status = 422 if form.errors else 200
    return render(request, "stories/checks/check.html", context, status=status)


def _too_late(request):
    return render(request, "stories/checks/too_late.html", status=410)
