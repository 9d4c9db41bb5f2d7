"""Whose account an address is, and what a code that was typed in proves."""

import secrets
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser, User

from home.accounts.mail import KIND
from home.accounts.models import LoginCode
from home.mail.services import owe_mail
from home.readers.models import Reader
from home.readers.services import reader_for
from home.transactions import whole

OURS = "lid-"  # how a name starts that nobody chose: nobody types it either


def reader_of(user: User | AnonymousUser) -> Reader | None:
    """The confirmed address behind an account; what hangs on it is theirs."""
    if not user.is_authenticated:
        return None
    return Reader.objects.filter(user=user).exclude(confirmed_at=None).first()


def is_of_the_cms(user: User) -> bool:
    """Their account is an operator's to take away."""
    return (
        user.is_superuser
        or not user.username.startswith(OURS)
        or (user.groups.exists())
    )


def needs_both(user: User) -> bool:
    """A code by mail does not suffice: they work in the CMS, or asked for it."""
    apps = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    return is_of_the_cms(user) or apps.exists()


@whole
def account_for(email: str, *, now: datetime) -> User | None:
    """Theirs, or a new one that is nobody's until the code is typed in.

    None for who may not come in; the page says the same."""
    # locked: two clicks at once make one account
    reader = reader_for(email, now=now)
    user = reader.user or _of_the_cms(reader.email)
    if user is None:
        user = User(username=OURS + secrets.token_hex(8), email=reader.email)
        user.set_unusable_password()
        user.save()
        EmailAddress.objects.create(user=user, email=reader.email, primary=True)
    return user if user.is_active else None


def _of_the_cms(email: str) -> User | None:
    """Whom an operator, and nobody else, gave this address; or who waits for a code."""
    users = User.objects.filter(email__iexact=email, reader=None)
    return users.order_by("pk").first()


@whole
def owe_code(*, email: str, code: str, now: datetime) -> None:
    """One at a time: an older one does not work any more."""
    LoginCode.objects.filter(email=email).delete()
    sent = LoginCode.objects.create(email=email, code=code, asked_at=now)
    owe_mail(kind=KIND, about=sent, now=now)


@whole
def address_is_theirs(*, user: User, email: str, now: datetime) -> None:
    """They typed in what we mailed there: the address is confirmed, the account tied.

    An account keeps its first address; an address its first account."""
    LoginCode.objects.filter(email=email).delete()
    EmailAddress.objects.filter(user=user, email=email).update(verified=True)
    reader = reader_for(email, now=now)
    if reader.user_id is None and not Reader.objects.filter(user=user).exists():
        reader.user = user
    reader.confirmed_at = reader.confirmed_at or now
    reader.save(update_fields=["user", "confirmed_at"])


@whole
def may_get_a_code(user: User) -> bool:
    """Of who logged in with a password: whether a mail can reach them.

    The address is what an operator filled in; a code that is mailed to it proves the
    rest, before anything can be added to the account."""
    address = user.email.lower()
    known = EmailAddress.objects.filter(email=address, verified=True).first()
    if address and known is None:
        known, _ = EmailAddress.objects.update_or_create(
            user=user, email=address, defaults={"primary": True, "verified": True}
        )
    return known is not None and known.user_id == user.pk
