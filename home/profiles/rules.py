"""Which name the site shows of somebody, and what they may say of themselves."""

from dataclasses import dataclass

from home.people.models import Organisation, Person, Role

UNKNOWN = "Naam bij ons bekend"
FORGOTTEN = "Naam gewist"


def shown_name(*, own: str, pseudonym: str, is_seen: bool) -> str:
    """The name they chose to work under; their own only when everybody may see it."""
    return pseudonym or (own if is_seen else UNKNOWN)


def is_named(person: Person) -> bool:
    """Under their own name; of anybody else their work would say who it is."""
    return not person.own_name and person.name != FORGOTTEN


@dataclass(frozen=True)
class Told:
    """All that a member says of themselves on one form."""

    name: str
    pseudonym: str = ""
    visibility: str = Person.Visibility.EVERYONE
    function: str = ""
    role: Role | None = None
    organisation: Organisation | None = None
    about: str = ""
    reachable: bool = False
