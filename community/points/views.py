"""Read the points, hand one in, support one, report one."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.points.forms import (
    AnyPointFilter,
    MemberPointForm,
    PointFilter,
    PointForm,
    PointReportForm,
    SupportForm,
)
from community.points.models import Point
from community.points.services import (
    NotOpen,
    Wish,
    ask_support,
    hand_in,
    hand_in_as_member,
    report,
    support_as_member,
    withdraw_as_member,
)
from community.working_groups.access import person_behind
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.views import find_group
from home.models import Person
from home.page_cache.middleware import kept
from home.readers.services import TooManyAsked
from home.strangers import (
    AN_HOUR,
    WAITING,
    from_people,
    member_address,
    strangers_need_no_token,
)
from home.throttle import is_too_often
from stories.models import Theme

A_PAGE = 20
TOO_OFTEN = "Dat ging al een paar keer. Probeer het over een uur nog eens."
NOT_OPEN = "Dit punt staat niet meer open, dus steunen kan niet."


@kept
@require_safe
def points(request):
    """Of all groups, most supported first."""
    groups = WorkingGroupPage.objects.open()
    themes = Theme.objects.filter(working_groups__in=groups)
    narrowed = AnyPointFilter(request.GET, themes=themes.distinct())
    return _list(request, narrowed, Point.objects.listed(), groups=groups)


@kept
@require_safe
def group_points(request, slug):
    group = find_group(slug)
    listed = Point.objects.listed().filter(group=group)
    return _list(request, PointFilter(request.GET), listed, group=group)


def _list(request, narrowed, listed, **context):
    pages = Paginator(narrowed.narrow(listed), A_PAGE)
    context |= {
        "pages": pages.get_page(request.GET.get("pagina")),
        "filter": narrowed,
        "query": urlencode(narrowed.chosen),
        "is_waiting": "wacht" in request.GET,
        "is_banned": "geweerd" in request.GET,
    }
    return render(request, "community/points/list.html", context)


@kept
@require_safe
def point(request, pk):
    """What went into it stands with it; the address of that leads here."""
    found = get_object_or_404(_pointed_at(), pk=pk)
    if found.merged_into_id:
        return redirect(_where_it_stands(found))
    return _show(request, found, SupportForm())


def _pointed_at():
    readable = Point.objects.readable().with_interest(timezone.localdate())
    return readable.select_related("group__theme")


def _show(request, found: Point, form: SupportForm):
    email = member_address(request)
    theirs = found.supports.given().filter(reader__email=email)
    context = {
        "point": found,
        "person": _signer(found),
        "merged": _merged(request, found),
        "form": form,
        "is_member": bool(email),
        "is_supported": bool(email) and theirs.exists(),
        "is_asked": "verstuurd" in request.GET,
        "is_given": "gesteund" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "community/points/point.html", context, status=status)


def _where_it_stands(found: Point) -> str:
    """On the page of the list that it stands on."""
    earlier = Point.objects.with_a_trace().filter(
        merged_into=found.merged_into_id, pk__lt=found.pk
    )
    number = earlier.count() // A_PAGE + 1
    page = f"?pagina={number}" if number > 1 else ""
    return f"{_page_of(found)}{page}#{found.anchor}"


def _merged(request, found: Point):
    went_in = found.merged.with_a_trace().with_interest(timezone.localdate())
    pages = Paginator(went_in.order_by("pk"), A_PAGE)
    return pages.get_page(request.GET.get("pagina"))


def _signer(found: Point) -> Person | None:
    """Who has another name by now is not tied to the one that stands there."""
    mine = Person.objects.known().filter(pk=found.person_id or 0, name=found.name)
    return mine.first()


@strangers_need_no_token
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in_point(request, slug):
    """By anybody; the same answer for everybody, and for a robot."""
    group = find_group(slug)
    email = member_address(request)
    asked = request.POST if request.method == "POST" else None
    form = PointForm(asked)
    if email:
        person = person_behind(request.user)
        initial = {"name": person.name} if person else {}
        form = MemberPointForm(asked, initial=initial)
    if form.is_valid() and (answer := _taken_in(request, form, group, email)):
        return redirect(answer)
    context = {"group": group, "form": form, "is_asked": "verstuurd" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "community/points/hand_in.html", context, status=status)


def _taken_in(request, form: PointForm, group, email: str) -> str:
    """Where to go next; empty when something has to be put right first."""
    asked = f"{reverse('hand_in_point', args=[group.slug])}?verstuurd=1"
    if form.is_from_a_robot:
        return asked
    if is_too_often(request, "point", limit=10, seconds=AN_HOUR):
        form.add_error(None, TOO_OFTEN)
        return ""
    said = form.cleaned_data
    person = person_behind(request.user) if email else None
    # under another name, or none, somebody does not want to be known here
    mine = person if person and person.name == said["name"] else None
    wish = Wish(said["title"], said["text"], said["name"], mine)
    now = timezone.now()
    if email:
        return _where(hand_in_as_member(group=group, email=email, wish=wish, now=now))
    try:
        hand_in(group=group, email=said["email"], wish=wish, now=now)
    except TooManyAsked:
        form.add_error("email", WAITING)
        return ""
    return asked


def _where(point: Point | None) -> str:
    if point is None:
        return f"{reverse('points')}?geweerd=1"
    if point.is_shown:
        return point.get_absolute_url()
    return f"{reverse('group_points', args=[point.group.slug])}?wacht=1"


@strangers_need_no_token
@require_http_methods(["GET", "HEAD", "POST"])
def support_point(request, pk):
    """A GET is of who reloads: it shows the point."""
    found = get_object_or_404(_pointed_at().shown(), pk=pk)
    if request.method != "POST":
        return redirect(found)
    if email := member_address(request):
        return _by_member(request, found, email)
    form = SupportForm(request.POST)
    if not form.is_valid() or not _is_asked(request, form, found):
        return _show(request, found, form)
    return redirect(f"{_page_of(found)}?verstuurd=1")


def _page_of(found: Point) -> str:
    return reverse("point", args=[found.merged_into_id or found.pk])


@from_people("support", limit=30, too_often=TOO_OFTEN)
def _is_asked(form: SupportForm, found: Point) -> None:
    try:
        email = form.cleaned_data["email"]
        ask_support(point=found, email=email, now=timezone.now())
    except NotOpen:
        form.add_error(None, NOT_OPEN)


def _by_member(request, found: Point, email: str):
    now = timezone.now()
    address = _page_of(found)
    if "terug" in request.POST:
        withdraw_as_member(point=found, email=email, now=now)
        return redirect(address)
    try:
        support_as_member(point=found, email=email, now=now)
    except NotOpen:
        return redirect(address)
    return redirect(f"{address}?gesteund=1")


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def report_point(request, pk):
    """Without a name or an address: what is wrong is what counts."""
    found = get_object_or_404(_pointed_at().shown(), pk=pk)
    form = PointReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if is_too_often(request, "report", limit=10, seconds=AN_HOUR):
            form.add_error(None, TOO_OFTEN)
        else:
            if not form.is_from_a_robot:
                said = {name: form.cleaned_data[name] for name in ("ground", "text")}
                report(point=found, now=timezone.now(), **said)
            return redirect(f"{request.path}?gemeld=1")
    context = {"point": found, "form": form, "is_reported": "gemeld" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "community/points/report.html", context, status=status)
