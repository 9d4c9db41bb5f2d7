"""The message as the member gets it; *Answer* goes to who wrote."""

from django.core.mail import EmailMessage

from home.mail.letters import letter
from home.mail.registry import builds
from home.people.models import Person
from home.reaching.models import Approach
from home.readers.models import Reader

KIND = "home.approach"


def inbox_of(person: Person) -> str:
    """Of who wants to be reached and proved an address; nothing of who does not."""
    theirs = Reader.objects.filter(user=person.user_id).exclude(user=None)
    reader = theirs.first() if person.reachable else None
    return reader.email if reader else ""


@builds(KIND, about=Approach)
def approach(asked: Approach) -> EmailMessage | None:
    to = inbox_of(asked.person)
    if not to or asked.confirmed_at is None:
        return None
    mail = letter("approach", to=to, context={"asked": asked})
    mail.reply_to = [asked.reader.email]
    return mail
