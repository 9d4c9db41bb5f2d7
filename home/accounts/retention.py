"""How long an account stays, and the codes that were mailed to it."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet

from home.accounts.models import LASTS, LoginCode
from home.accounts.services import OURS
from home.privacy.keepers import Keeper, Promise, Rows, keeps

NEVER_USED = timedelta(days=7)
UNUSED = timedelta(days=3 * 365)


def forget(*, now: datetime) -> int:
    """Codes of today go today; an account goes when nobody uses it."""
    codes, _ = LoginCode.objects.filter(asked_at__lte=now - LASTS).delete()
    ours = _of_members()
    never = ours.filter(last_login=None, date_joined__lte=now - NEVER_USED)
    long_ago = ours.filter(last_login__lte=now - UNUSED)
    return codes + never.delete()[0] + long_ago.delete()[0]


def _of_members() -> QuerySet[User]:
    """Who also works in the CMS has an account that an operator looks after.

    The rows of which `is_of_the_cms` says no."""
    return User.objects.filter(
        username__startswith=OURS, groups=None, is_superuser=False
    )


def about(email: str) -> dict[str, Rows]:
    users = User.objects.filter(reader__email=email.lower())
    factors = Authenticator.objects.filter(user__in=users).order_by("pk")
    return {
        "Je account": [
            {"gemaakt op": each.date_joined, "laatst ingelogd op": each.last_login}
            for each in users
        ],
        "Waarmee je inlogt": [
            {"soort": each.get_type_display(), "sinds": each.created_at}
            for each in factors
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """The account of a member; that of somebody in the CMS stays without its codes."""
    codes, _ = LoginCode.objects.filter(email=email.lower()).delete()
    return codes + _of_members().filter(reader__email=email.lower()).delete()[0]


FIELDS: dict[type[Model], list[str]] = {LoginCode: ["email", "code"]}
KEEPER = keeps(
    Keeper(
        [
            Promise(
                "Je account, als je er een maakt: je e-mailadres en je passkeys",
                f"tot je het wist, of {UNUSED.days // 365} jaar niet inlogt",
            ),
            Promise("Een code om mee in te loggen", "15 minuten, en dan nog een dag"),
        ],
        forget,
        about,
        erase,
        FIELDS,
    )
)
