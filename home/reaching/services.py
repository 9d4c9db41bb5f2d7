"""Take a message in, and hand it on when its writer confirmed who they are."""

from datetime import datetime
from typing import NamedTuple

from django.urls import reverse

from home.mail.services import owe_mail
from home.people.models import Person
from home.reaching.mail import KIND
from home.reaching.models import Approach
from home.readers.models import Reader
from home.readers.purposes import Purpose, confirms
from home.readers.refusals import is_refused
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole

PURPOSE = "home.approach"


class Said(NamedTuple):
    """What somebody wrote, and where the answer goes."""

    name: str
    email: str
    text: str


@whole
def approach_person(
    *, person: Person, said: Said, by: Reader | None, now: datetime
) -> Approach:
    """At once from the address of who is logged in; else after the click in a mail.

    Without a number it is of who is banned, and gone. Raises TooManyAsked."""
    reader = reader_for(said.email, now=now)
    asked, _ = Approach.objects.get_or_create(  # sent twice, it is one message
        person=person,
        reader=reader,
        text=said.text,
        defaults={"name": said.name, "asked_at": now},
    )
    if by == reader:
        accept(asked, now=now)
    else:
        ask_to_confirm(reader=reader, purpose=PURPOSE, about=asked, now=now)
    return asked


@whole
def accept(asked: Approach, *, now: datetime) -> None:
    """Once, however often they click; of who is banned, never."""
    if is_refused(asked.reader, now):
        asked.delete()
        return
    open_one = Approach.objects.filter(pk=asked.pk, confirmed_at=None)
    if open_one.update(confirmed_at=now):
        owe_mail(kind=KIND, about=asked, now=now)


def drop(asked: Approach, *, now: datetime) -> None:
    asked.delete()


def _leads_to(asked: Approach) -> str:
    if asked.pk is None:
        return f"{reverse('write_to', args=[asked.person.slug])}?geweerd=1"
    return asked.person.get_absolute_url()


confirms(
    PURPOSE,
    Purpose(
        model=Approach,
        what="een bericht aan iemand die je op de site vond",
        button="Ja, verstuur het",
        accept=accept,
        refuse=drop,
        leads_to=_leads_to,
        shows=lambda asked: asked.text,
    ),
)
