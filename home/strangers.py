"""Forms that a stranger may send, and who is logged in too."""

from functools import wraps

from django.views.decorators.csrf import csrf_exempt, csrf_protect

from home.accounts.services import reader_of


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
