"""Join by a form, choose and leave by a personal link."""

from contextlib import suppress

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.personal import personal_link
from home.readers.services import TooManyAsked
from home.throttle import is_too_often
from stories.newsletter.forms import SignUpForm, WishForm
from stories.newsletter.links import preferences
from stories.newsletter.models import Subscriber
from stories.newsletter.services import choose, leave, subscribe

TOO_OFTEN = "Je meldde je al een paar keer aan. Probeer het over een uur nog eens."


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_sign_up(request):
    """The answer is the same for everybody, known or not, and for a robot."""
    form = SignUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if is_too_often(request, "newsletter", limit=5, seconds=3600):
            form.add_error(None, TOO_OFTEN)
        else:
            _take_in(form)
            return redirect(f"{reverse('newsletter_sign_up')}?verstuurd=1")
    context = {"form": form, "is_asked": "verstuurd" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "stories/newsletter/sign_up.html", context, status=status)


def _take_in(form: SignUpForm) -> None:
    if form.is_from_a_robot:
        return
    with suppress(TooManyAsked):  # that inbox holds enough of our mails
        email = form.cleaned_data["email"]
        subscribe(email=email, wish=form.wish, now=timezone.now())


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_preferences(request, token):
    """What somebody gets, and how often."""
    subscriber = _find(token)
    if subscriber is None or not subscriber.is_active:
        return _not_on_the_list(request, subscriber)
    asked = request.POST if request.method == "POST" else None
    initial = {"rhythm": subscriber.rhythm, "themes": subscriber.themes.all()}
    form = WishForm(asked, initial=initial)
    if form.is_valid():
        choose(subscriber=subscriber, wish=form.wish)
        return redirect(f"{preferences(subscriber)}?bewaard=1")
    context = {"subscriber": subscriber, "form": form}
    name, status = "preferences.html", 422 if form.errors else 200
    return render(request, f"stories/newsletter/{name}", context, status=status)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def newsletter_leave(request, token):
    """A button for people, one POST for mail programs (RFC 8058); a GET asks."""
    subscriber = _find(token)
    if subscriber is None:
        return _not_on_the_list(request, subscriber)
    if request.method == "POST":
        leave(subscriber=subscriber, now=timezone.now())
        return render(request, "stories/newsletter/left.html")
    if not subscriber.is_active:
        return _not_on_the_list(request, subscriber)
    context = {"subscriber": subscriber}
    return render(request, "stories/newsletter/leave.html", context)


def _find(token) -> Subscriber | None:
    return Subscriber.objects.select_related("reader").filter(token=token).first()


def _not_on_the_list(request, subscriber: Subscriber | None):
    """Left, stopped, or somebody we do not know (any more): what one can do now."""
    context = {"subscriber": subscriber}
    name, status = "not_on_the_list.html", 200 if subscriber else 404
    return render(request, f"stories/newsletter/{name}", context, status=status)
