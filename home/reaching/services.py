"""Take a message in, and hand it on when its writer confirmed who they are."""

from datetime import datetime
from typing import NamedTuple

from home.mail.services import owe_mail
from home.people.models import Person
from home.reaching.mail import KIND
from home.reaching.models import Approach
from home.readers.models import Reader
from home.readers.purposes import Purpose, confirms
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

    Raises TooManyAsked."""
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
    """Once, however often they click."""
    open_one = Approach.objects.filter(pk=asked.pk, confirmed_at=None)
    if open_one.update(confirmed_at=now):
        owe_mail(kind=KIND, about=asked, now=now)


def drop(asked: Approach, *, now: datetime) -> None:
    asked.delete()


confirms(
    PURPOSE,
    Purpose(
        model=Approach,
        what="een bericht aan iemand die je op de site vond",
        button="Ja, verstuur het",
        accept=accept,
        refuse=drop,
        leads_to=lambda asked: asked.person.get_absolute_url(),
        shows=lambda asked: asked.text,
    ),
)
