"""The mail that says how much waits, with nobody's words in it."""

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.urls import reverse

from home.mail.letters import letter
from home.mail.registry import builds
from stories.review.piles import PILES

KIND = "stories.work"


@builds(KIND, about=User)
def work(user: User) -> EmailMessage | None:
    """What waits now; nothing when a colleague did it all meanwhile."""
    mine = [pile for pile in PILES if user.has_perm(pile.right)]
    piles = [
        {
            "number": number,
            "what": pile.one if number == 1 else pile.many,
            "address": settings.SITE_URL + reverse(pile.desk),
        }
        for pile in mine
        if (number := pile.waiting().count())
    ]
    if not piles or not user.is_active:
        return None
    return letter("waiting_work", to=user.email, context={"piles": piles})
