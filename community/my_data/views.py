"""A member takes their data along, or leaves. First a fresh code: both are final."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community.my_data.archive import archive
from community.my_data.forms import LeaveForm
from events.guests.person import StillComing
from events.organiser.privacy.services import about, erase, files_of
from home.accounts.services import is_of_the_cms, reader_of
from home.personal import own

IN_THE_CMS = "Je werkt ook in het CMS. Vraag de beheerder om je account weg te halen."


@own
@login_required
@reauthentication_required(app="allauth.mfa")
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request):
    """The same list as the desk of the organisation has, of one's own address."""
    reader = reader_of(request.user)
    if reader is None:
        return redirect("my_account")
    if "download" in request.POST:
        made = archive(about(reader.email), files_of(reader.email))
        answer = StreamingHttpResponse(made, content_type="application/zip")
        answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.zip"'
        return answer
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refusal = _leave(request.user, reader.email, form.cleaned_data["words"])
        if not refusal:
            logout(request)
            return redirect("gone")
        form.add_error(None, refusal)
    status = 422 if form.errors else 200
    return render(
        request, "community/my_data/my_data.html", {"form": form}, status=status
    )


def _leave(user, email: str, words: str) -> str:
    """Why not, or nothing when everything is gone."""
    if is_of_the_cms(user):
        return IN_THE_CMS
    try:
        erase(email=email, now=timezone.now(), words_stay=words == "stay")
    except StillComing as reason:
        events = ", ".join(reason.events) or "een evenement"
        return (
            f"Je hebt nog een bestelling voor {events}. Annuleer die eerst, of wacht "
            "tot het voorbij is. Er is niets gewist."
        )
    return ""


@own
@require_http_methods(["GET", "HEAD"])
def gone(request):
    """Nobody is logged in here any more."""
    return render(request, "community/my_data/gone.html")
