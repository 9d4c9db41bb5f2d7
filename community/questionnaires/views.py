"""Begin a questionnaire, fill it in page by page, send it; all without scripts."""

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.questionnaires.forms import FillForm, SendForm
from community.questionnaires.models import (
    Answer,
    Invitation,
    Question,
    Questionnaire,
    Response,
)
from community.questionnaires.services import (
    AlreadyAnswered,
    Incomplete,
    NotOpen,
    begin,
    keep,
    send,
)
from community.working_groups.access import is_member
from community.working_groups.group_page import WorkingGroupPage
from home.personal import personal_link
from home.readers.models import Reader
from home.readers.services import TooManyAsked, reader_for
from home.strangers import (
    AN_HOUR,
    WAITING,
    member_address,
    strangers_need_no_token,
)
from home.throttle import is_too_often

A_PAGE = 4  # questions: little enough for a phone
LAST = "slot"
Audience = Questionnaire.Audience
TOO_OFTEN = "Vanaf hier werd al vaak begonnen. Probeer het over een uur nog eens."


def find(slug: str) -> Questionnaire:
    """One that is published, of a group that everybody may see."""
    published = Questionnaire.objects.published().select_related("group__theme")
    groups = WorkingGroupPage.objects.open()
    return get_object_or_404(published, slug=slug, group__in=groups)


@strangers_need_no_token
@require_http_methods(["GET", "HEAD", "POST"])
def questionnaire(request, slug):
    """What is asked, of whom, and who will see it: before the first question."""
    found = find(slug)
    refusal = _refusal(request, found)
    if request.method == "POST" and not refusal:
        return _begin(request, found, _reader(request, found))
    return _intro(request, found, refusal=refusal)


def _refusal(request, found: Questionnaire) -> str:
    """Why this visitor may not begin here, as the page knows it."""
    if found.audience == Audience.INVITED:
        return "invited"
    if found.audience != Audience.MEMBERS:
        return ""
    if not is_member(request.user, found.group):
        return "members"
    return "" if member_address(request) else "unconfirmed"


def _reader(request, found: Questionnaire) -> Reader | None:
    """Who is logged in, where it matters who answers."""
    email = member_address(request)
    is_asked = found.audience == Audience.MEMBERS or not found.is_anonymous
    return reader_for(email, now=timezone.now()) if email and is_asked else None


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, token):
    """The same page, for who got a link; a mail scanner does not press the button."""
    invited = Invitation.objects.select_related("questionnaire__group__theme", "reader")
    mine = invited.filter(token=token, questionnaire__published_at__isnull=False)
    if (found := mine.first()) is None:
        return _lost(request)
    if request.method == "POST":
        return _begin(request, found.questionnaire, found.reader, invited=True)
    # not of an anonymous one: of that the invitation itself knows
    sent = found.questionnaire.responses.sent().filter(reader=found.reader)
    is_used = found.is_used or sent.exists()
    return _intro(request, found.questionnaire, is_used=is_used)


def _begin(request, found: Questionnaire, reader: Reader | None, *, invited=False):
    if is_too_often(request, "questionnaire", limit=60, seconds=AN_HOUR):
        return _intro(request, found, trouble=TOO_OFTEN, status=429)
    only_once = invited or found.audience == Audience.MEMBERS
    try:
        response = begin(
            questionnaire=found, reader=reader, only_once=only_once, now=timezone.now()
        )
    except NotOpen:
        return _intro(request, found, status=409)
    except AlreadyAnswered:
        return _intro(request, found, is_used=True, status=409)
    return redirect(_sheet(response))


def _intro(request, found: Questionnaire, *, status=200, **said):
    now = timezone.now()
    context = {
        "questionnaire": found,
        "is_open": found.is_open(now),
        "is_closed": found.is_closed(now),
        "shows_results": found.shows_results(now),
        "number": found.questions.count(),
        "is_done": _cookie(found) in request.COOKIES,
        **said,
    }
    page = "community/questionnaires/intro.html"
    return render(request, page, context, status=status)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request, token):
    """One page of the sheet; each POST keeps what is on it."""
    sheets = Response.objects.select_related("questionnaire__group__theme", "reader")
    response = sheets.filter(token=token).first()
    if response is None:
        return _lost(request)
    if not response.is_draft:
        return render(
            request, "community/questionnaires/sent.html", {"response": response}
        )
    pages = _pages(response.questionnaire)
    number = _number(request.GET.get("pagina", "1"), len(pages))
    if isinstance(number, int):
        return _fill_page(request, response, pages, number)
    if not response.questionnaire.is_open(timezone.now()):
        return _closed(request, response)
    return _finish(request, response, pages)


def _pages(found: Questionnaire) -> list[list[Question]]:
    questions = list(found.questions.prefetch_related("options"))
    return [questions[at : at + A_PAGE] for at in range(0, len(questions), A_PAGE)]


def _number(asked: str, most: int) -> int | str:
    """A page that is there; anything odd is the first."""
    if asked == LAST or not most:
        return LAST
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 5
    return min(max(int(asked), 1), most) if is_number else 1


def _fill_page(request, response: Response, pages, number: int):
    is_sent = request.method == "POST"
    goes_on = is_sent and not {"terug", "bewaar"} & set(request.POST)
    form = FillForm(
        request.POST if is_sent else None,
        questions=pages[number - 1],
        for_whom=response.token,
        answers=[] if is_sent else list(response.answers.all()),
        insists=goes_on or "mist" in request.GET,
    )
    is_right = form.is_valid()
    if not response.questionnaire.is_open(timezone.now()):
        return _closed(request, response, form)
    if is_sent:
        try:
            keep(response=response, given=form.given, now=timezone.now())
        except NotOpen:
            return _closed(request, response, form)
        except AlreadyAnswered:
            return redirect(_sheet(response))
        if is_right:
            return redirect(_next(request, response, number, len(pages)))
    context = {
        "response": response,
        "questionnaire": response.questionnaire,
        "form": form,
        "number": number,
        "pages": len(pages) + 1,
        "address": request.build_absolute_uri(_sheet(response)),
        "is_kept": "bewaard" in request.GET,
        "lacks": "mist" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(
        request, "community/questionnaires/fill_in.html", context, status=status
    )


def _next(request, response: Response, number: int, most: int) -> str:
    if "bewaar" in request.POST:
        address = reverse("fill_in", args=[response.token])
        return f"{address}?pagina={number}&bewaard=1"
    if "terug" in request.POST:
        return _sheet(response, max(number - 1, 1))
    return _sheet(response, number + 1 if number < most else LAST)


def _sheet(response: Response, page: int | str = 1) -> str:
    address = reverse("fill_in", args=[response.token])
    return address if page == 1 else f"{address}?pagina={page}"


def _finish(request, response: Response, pages):
    """The last page: who sends it, and off it goes."""
    form = SendForm(
        request.POST if request.method == "POST" else None, response=response
    )
    if form.is_valid() and (answer := _sent(request, response, form, pages)):
        return answer
    context = {
        "response": response,
        "questionnaire": response.questionnaire,
        "form": form,
        "number": len(pages) + 1,
        "pages": len(pages) + 1,
        "back": _sheet(response, len(pages) or 1),
    }
    status = 422 if form.errors else 200
    return render(
        request, "community/questionnaires/finish.html", context, status=status
    )


def _sent(request, response: Response, form: SendForm, pages):
    """Where to go next; None when something has to be put right here."""
    found = response.questionnaire
    there = reverse("questionnaire_thanks", args=[found.slug])
    if form.is_from_a_robot:
        return redirect(f"{there}?verstuurd=1")
    try:
        done = send(response=response, sender=form.sender, now=timezone.now())
    except NotOpen:
        return _closed(request, response)
    except AlreadyAnswered:
        return redirect(f"{there}?dubbel=1")
    except Incomplete as lacking:
        page = next(n for n, each in enumerate(pages, 1) if lacking.question in each)
        return redirect(
            f"{reverse('fill_in', args=[response.token])}?pagina={page}&mist=1"
        )
    except TooManyAsked:
        form.add_error("email", WAITING)
        return None
    is_asked = done.state == Response.State.ASKED
    answer = redirect(f"{there}?{'mail' if is_asked else 'verstuurd'}=1")
    if found.is_anonymous:
        _remember(answer, found)
    return answer


def _cookie(found: Questionnaire) -> str:
    return f"vragenlijst_{found.pk}"


def _remember(answer, found: Questionnaire) -> None:
    """On this device, that somebody answered; nothing about what."""
    answer.set_cookie(
        _cookie(found),
        "1",
        max_age=60 * 60 * 24 * 90,
        path=found.get_absolute_url(),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


@require_safe
def thanks(request, slug):
    """Nothing in the address says who came here."""
    found = find(slug)
    said = next(
        (name for name in ("mail", "dubbel", "telaat") if name in request.GET),
        "verstuurd",
    )
    context = {
        "questionnaire": found,
        "said": said,
        "shows_results": found.shows_results(timezone.now()),
    }
    return render(request, "community/questionnaires/thanks.html", context)


def _closed(request, response: Response, form: FillForm | None = None):
    """What was filled in stays on the screen: it is theirs to copy."""
    kept = {
        answer.question_id: answer
        for answer in Answer.objects.filter(response=response).order_by("-place")
    }
    context = {
        "questionnaire": response.questionnaire,
        "answers": _lines(response),
        "typed": [
            (question, given.text)
            for question, given in (form.given.items() if form else ())
            if given.text and getattr(kept.get(question.pk), "text", "") != given.text
        ],
    }
    page = "community/questionnaires/closed.html"
    return render(request, page, context, status=409)


def _lines(response: Response) -> list[Answer]:
    found = response.answers.select_related("question", "option__ranked__point")
    return list(found.order_by("question__position", "question", "place", "pk"))


def _lost(request):
    return render(request, "community/questionnaires/lost.html", status=410)
