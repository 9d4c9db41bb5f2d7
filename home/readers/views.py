"""The link in the mail: a page with a button, since mail scanners follow links."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from home.personal import personal_link
from home.readers.models import Confirmation
from home.readers.purposes import purpose_of
from home.readers.services import DeadLink, confirm, refuse, withdraw, words_of


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request, token):
    """A GET changes nothing; the buttons confirm, refuse, and later take back."""
    asked = Confirmation.objects.select_related("reader").filter(token=token).first()
    if asked is None:
        return _dead(request)
    now = timezone.now()
    try:
        if request.method == "POST":
            return _answer(request, asked, now)
        return _ask(request, asked, now)
    except DeadLink:
        return _dead(request)


def _ask(request, asked: Confirmation, now):
    if asked.given_at is None and not asked.is_open(now):
        raise DeadLink
    purpose = purpose_of(asked.purpose)
    context = {"asked": asked, "purpose": purpose}
    if asked.given_at is None or purpose.lasts:
        context["words"] = words_of(asked)
    return render(request, "home/readers/confirm.html", context)


def _answer(request, asked: Confirmation, now):
    if "nee" in request.POST:
        refuse(asked=asked, now=now)
        return render(request, "home/readers/refused.html")
    if "intrekken" in request.POST:
        withdraw(asked=asked, now=now)
        return render(request, "home/readers/withdrawn.html")
    address = confirm(asked=asked, now=now)
    return redirect(address) if address else render(request, "home/readers/off.html")


def _dead(request):
    return render(request, "home/readers/dead_link.html", status=410)
