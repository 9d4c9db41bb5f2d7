"""Who supports a question: recognised within one browser, and known to nobody."""

from django.utils.crypto import salted_hmac

SUPPORTED = "vragen"  # in the session: the numbers that this visitor supports
KEPT = 24 * 60 * 60  # seconds
MOST = 300


def key_of(request) -> str:
    """A member is the same person in each browser; the first support sets a cookie."""
    if request.user.is_authenticated:
        who = f"member {request.user.pk}"
    else:
        if not request.session.session_key:
            request.session.create()
        who = f"session {request.session.session_key}"
    digest = salted_hmac("community.question", who, algorithm="sha256").hexdigest()
    return digest[:32]


def supported_by(request) -> list[int]:
    """Reading it sets no cookie."""
    return request.session.get(SUPPORTED, [])


def remember(request, number: int) -> None:
    numbers = [each for each in supported_by(request) if each != number]
    request.session[SUPPORTED] = [*numbers, number][-MOST:]
    if not request.user.is_authenticated and request.session.get_expiry_age() < KEPT:
        request.session.set_expiry(KEPT)
