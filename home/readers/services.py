"""Ask an address to confirm, and do what was asked when its owner does."""

from datetime import datetime, timedelta

from django.db.models import Model

from home.mail.models import OwedMail
from home.mail.services import owe_mail
from home.readers.models import Confirmation, Reader
from home.readers.purposes import purpose_of, purposes
from home.transactions import whole

PATIENCE = timedelta(minutes=10)  # between two mails about the same thing
A_DAY = 5  # mails to one address that nobody confirmed: a stranger's inbox stays usable


class TooManyAsked(Exception):
    """A_DAY mails to confirm went to this address already, and wait."""


class DeadLink(Exception):
    """It is too old, or what was asked is gone or was refused."""


@whole
def reader_for(email: str, *, now: datetime) -> Reader:
    """The reader of this address, confirmed or not; capitals make no difference.

    Locked: what one address asks twice at the same time, it asks in turn."""
    return Reader.objects.select_for_update().get_or_create(
        email=email.strip().lower(), defaults={"asked_at": now}
    )[0]


@whole
def ask_to_confirm(
    *, reader: Reader, purpose: str, about: Model, now: datetime
) -> Confirmation:
    """Owe one mail with the link; asked again it is mailed again, after a while.

    The same for who confirmed this before: nobody learns whether we know an address.
    Raises TooManyAsked; the caller's transaction keeps nothing then."""
    if not isinstance(about, purpose_of(purpose).model):
        raise TypeError(f"{purpose} is not about a {type(about).__name__}")
    asked, is_new = Confirmation.objects.select_for_update().get_or_create(
        purpose=purpose,
        about_id=about.pk,
        defaults={"reader": reader, "asked_at": now},
    )
    is_waiting = not is_new and asked.given_at is None
    if is_waiting and asked.asked_at > now - PATIENCE:
        return asked
    if _mails_of_a_day(reader, now) >= A_DAY:
        raise TooManyAsked
    if not is_new:
        asked.asked_at, asked.given_at = now, None
        asked.save(update_fields=["asked_at", "given_at"])
    kind = purpose_of(purpose).mail
    owe_mail(kind=kind, about=asked, now=now, occasion=f"{now:%y%m%d%H%M%S}")
    return asked


def _mails_of_a_day(reader: Reader, now: datetime) -> int:
    """Those about what nobody confirmed yet."""
    waiting = reader.confirmations.filter(given_at=None).values("pk")
    kinds = {each.mail for each in purposes().values()}
    mails = OwedMail.objects.filter(kind__in=kinds, about_id__in=waiting)
    return mails.filter(owed_at__gt=now - timedelta(days=1)).count()


@whole
def confirm(*, asked: Confirmation, now: datetime) -> str:
    """Where the reader goes next; a second click does nothing and leads there too."""
    asked = _locked(asked)
    purpose, about = purpose_of(asked.purpose), _about(asked)
    if asked.given_at is None:
        if not asked.is_open(now):
            raise DeadLink
        asked.given_at = now
        asked.save(update_fields=["given_at"])
        Reader.objects.filter(pk=asked.reader_id, confirmed_at=None).update(
            confirmed_at=now
        )
        purpose.accept(about, now=now)
    return purpose.leads_to(about)


@whole
def refuse(*, asked: Confirmation, now: datetime) -> None:
    """ "Dit ben ik niet": forget what was asked, and who is known by nothing else."""
    asked = _locked(asked)
    if asked.given_at is not None:
        raise DeadLink
    purpose_of(asked.purpose).refuse(_about(asked), now=now)
    reader = asked.reader
    asked.delete()
    if reader.confirmed_at is None and not reader.confirmations.exists():
        reader.delete()


@whole
def withdraw(*, asked: Confirmation, now: datetime) -> None:
    """Undo what was confirmed, and its link. Raises DeadLink where that is no use."""
    asked = _locked(asked)
    undo = purpose_of(asked.purpose).withdraws
    if asked.given_at is None or undo is None:
        raise DeadLink
    undo(_about(asked), now=now)
    asked.delete()


def words_of(asked: Confirmation) -> str:
    """What is said in their name, if anything; a mail does not carry it: whoever
    fills in somebody else's address would have us send their words. Raises DeadLink."""
    return purpose_of(asked.purpose).shows(_about(asked))


def _locked(asked: Confirmation) -> Confirmation:
    """After its reader, as who asks does: two clicks of one person go in turn."""
    reader = Reader.objects.select_for_update().filter(pk=asked.reader_id).first()
    found = Confirmation.objects.select_for_update().filter(pk=asked.pk).first()
    if reader is None or found is None:
        raise DeadLink
    found.reader = reader
    return found


def _about(asked: Confirmation) -> Model:
    model = purpose_of(asked.purpose).model
    about = model._default_manager.filter(pk=asked.about_id).first()
    if about is None:
        raise DeadLink
    return about
