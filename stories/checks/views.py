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
    checks = Check.objects.select_related("revision", "story")
    check = get_object_or_404(checks, token=token)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if not check.is_open(now) or check.revision is None:
        return _too_late(request, form)
    if form.is_valid():
        try:
            answer(check=check, now=now, **form.cleaned_data)
        except TooLate:
            return _too_late(request, form)
        except AlreadyAnswered:
            check.refresh_from_db()
        if form.cleaned_data["remarks"] in ("", check.remarks):
            return redirect(f"{request.path}#antwoord")
        form.add_error(None, "Je antwoordde al.")  # the page says what stands
    return _draft(request, check, check.revision.as_object(), form)


def _draft(request, check: Check, story, form: AnswerForm):
    request.is_preview = True  # names and topics are those of this version
    context = story.get_context(request) | {"check": check, "form": form}
    status = 422 if form.errors else 200
    return render(request, "stories/checks/check.html", context, status=status)


def _too_late(request, form: AnswerForm):
    context = {"form": form}
    return render(request, "stories/checks/too_late.html", context, status=410)
