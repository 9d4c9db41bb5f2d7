"""Forms that a stranger may send, and who is logged in too."""

from collections.abc import Callable
from functools import wraps

from django.views.decorators.csrf import csrf_exempt, csrf_protect

from home.accounts.services import reader_of
from home.readers.services import A_DAY, TooManyAsked
from home.throttle import is_too_often

AN_HOUR = 3600
TOO_OFTEN = "Je schreef al een paar keer. Probeer het over een uur nog eens."
WAITING = (
    f"Er liggen al {A_DAY} mails van ons bij dit adres. Bevestig die eerst, of "
    "probeer het morgen nog eens."
)


def strangers_need_no_token(view):
    """A stranger's form hangs on no cookie (decision 0013); a member's does.

    An account whose address nobody confirmed is a stranger here."""
    guarded = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def respond(request, *args, **kwargs):
        return (guarded if member_address(request) else view)(request, *args, **kwargs)

    return respond


def member_address(request) -> str:
    """The confirmed one of who is logged in, as nobody else can have typed it."""
    reader = reader_of(request.user)
    return reader.email if reader else ""


def from_people(what: str, *, limit: int, too_often: str = TOO_OFTEN):
    """Take a valid form in, `limit` times an hour; whether it was is the answer.

    A robot hears that it was. What stands in the way is said on the form."""

    def decorate(take_in: Callable[..., None]) -> Callable[..., bool]:
        @wraps(take_in)
        def is_taken_in(request, form, *about) -> bool:
            if form.is_from_a_robot:
                return True
            if is_too_often(request, what, limit=limit, seconds=AN_HOUR):
                form.add_error(None, too_often)
                return False
            try:
                take_in(form, *about)
            except TooManyAsked:
                form.add_error("email", WAITING)
            return not form.errors

        return is_taken_in

    return decorate
