"""Propose a piece by a form; write and hand it in by a personal link."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.numbers import row_number
from home.personal import personal_link
from home.strangers import from_people
from stories.contributions.forms import DraftForm, PitchForm
from stories.contributions.models import Contribution
from stories.contributions.photo_form import SentPhotoForm
from stories.contributions.services import (
    MOST_PHOTOS,
    NotYourTurn,
    TooManyPhotos,
    add_photo,
    hand_in,
    is_handed_in,
    link_of,
    propose,
    remove_photos,
    save,
)

FIELDS = ["title", "kind", "plan", "text", "name", "function", "answer"]


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def propose_piece(request):
    """The same answer for everybody, and for a robot."""
    form = PitchForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_taken_in(request, form):
        return redirect(f"{reverse('propose_piece')}?verstuurd=1")
    context = {"form": form, "is_asked": "verstuurd" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "stories/contributions/propose.html", context, status=status)


@from_people("contribution", limit=5)
def _is_taken_in(form: PitchForm) -> None:
    propose(email=form.cleaned_data["email"], pitch=form.pitch, now=timezone.now())


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def contribution(request, token):
    """Write, save and hand in; or see what became of it."""
    piece = _find(token)
    if piece is None:
        name = "stories/contributions/dead_link.html"
        return render(request, name, status=410)
    asked = request.POST if request.method == "POST" else None
    hands_in = asked is not None and "inleveren" in asked
    initial = {name: getattr(piece, name) for name in FIELDS}
    form = DraftForm(asked, initial=initial, hands_in=hands_in)
    photo = SentPhotoForm(asked, request.FILES or None)
    if asked is not None:
        is_whole = form.is_valid()
        try:
            photo = _take_in(piece, photo, without=asked.getlist("weg"))
            if is_whole and (answer := _keep(piece, form, photo)):
                return answer
        except NotYourTurn:
            if is_whole and not photo.is_sent and is_handed_in(piece, form.draft):
                return redirect(f"{link_of(piece)}?ingeleverd=1")
            form.add_error(None, "De redactie heeft het stuk nu. Dit is niet bewaard.")
    context = {
        "piece": piece,
        "form": form,
        "photo": photo,
        "problems": [form, photo],
        "is_kept": photo.errors and not form.errors,
        "photos": piece.photos.order_by("pk"),
        "notes": piece.notes.order_by("pk"),
        "said": request.GET,
    }
    status = 422 if form.errors or photo.errors else 200
    return render(request, "stories/contributions/write.html", context, status=status)


def _find(token) -> Contribution | None:
    """Not before its owner confirmed: then the link is nobody's."""
    found = Contribution.objects.exclude(status=Contribution.Status.ASKED)
    return found.select_related("reader", "story").filter(token=token).first()


def _take_in(
    piece: Contribution, form: SentPhotoForm, *, without: list[str]
) -> SentPhotoForm:
    """Also when the text lacks something: a browser does not choose a file again.

    What was taken in leaves an empty form, for the next."""
    if without:
        numbers = [row_number(each) for each in without]
        remove_photos(contribution=piece, numbers=numbers)
    if not form.is_sent or not form.is_valid():
        return form
    said = dict(form.cleaned_data)
    file = said.pop("file")
    try:
        add_photo(contribution=piece, file=file, about=said, now=timezone.now())
    except TooManyPhotos:
        form.add_error("file", f"Er zijn al {MOST_PHOTOS} foto’s bij. Haal er een weg.")
        return form
    return SentPhotoForm()


def _keep(piece: Contribution, form: DraftForm, photo: SentPhotoForm):
    """The text is kept whatever is wrong with a photo; that is then said first."""
    now = timezone.now()
    if photo.errors:
        save(contribution=piece, draft=form.draft, now=now)
        return None
    if form.hands_in:
        hand_in(contribution=piece, draft=form.draft, now=now)
        return redirect(f"{link_of(piece)}?ingeleverd=1")
    save(contribution=piece, draft=form.draft, now=now)
    return redirect(f"{link_of(piece)}?bewaard=1")
