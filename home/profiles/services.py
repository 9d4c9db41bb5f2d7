"""Change what stands about somebody: by themselves, at once."""

from datetime import date

from django.contrib.auth.models import User
from wagtail.contrib.redirects.models import Redirect

from home.people.models import Person
from home.people.services import forward, free_slug
from home.profiles.models import Interest
from home.profiles.renamed import index_again
from home.profiles.rules import FORGOTTEN, Told, shown_name
from home.transactions import whole

Seen = Person.Visibility


class IsTaken(Exception):
    """Somebody of this name is known already: then they say that it is them."""

    def __init__(self, person: Person):
        super().__init__(person.pk)
        self.person = person


class HasProfile(Exception):
    """An account is one person."""


def person_of(user: User) -> Person | None:
    """Who an account is; None for who has not said so yet."""
    return Person.objects.filter(user=user).first()


@whole
def make_profile(*, user: User, told: Told) -> Person:
    """Somebody new. Raises IsTaken for a name that is known: an editor decides then."""
    User.objects.select_for_update().get(pk=user.pk)
    if person_of(user):
        raise HasProfile
    known = Person.objects.known().filter(name__iexact=told.name, user=None)
    if same := known.order_by("pk").first():
        raise IsTaken(same)
    person = Person(user=user, slug="")
    return _tell(person, told)


@whole
def change_profile(*, person: Person, told: Told) -> Person:
    """The name, the address of the page and what search finds change together."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    return _tell(person, told)


def _tell(person: Person, told: Told) -> Person:
    is_seen = told.visibility == Seen.EVERYONE
    name = shown_name(own=told.name, pseudonym=told.pseudonym, is_seen=is_seen)
    was_hidden = bool(person.own_name)
    is_hidden = bool(told.pseudonym) or not is_seen
    person.own_name = told.name if is_hidden else ""
    person.pseudonym, person.visibility = told.pseudonym, told.visibility
    for field in ("function", "role", "organisation", "about", "reachable"):
        setattr(person, field, getattr(told, field))
    if is_hidden:
        person.photo = None  # a face is a name
    _rename(person, name, is_secret=is_hidden or was_hidden)
    return person


def _rename(person: Person, name: str, *, is_secret: bool) -> None:
    """Nothing leads from one name to the other when that is the point."""
    if name == person.name:
        person.save()
        return
    stood_at = person.get_absolute_url() if person.slug else ""
    person.name, person.slug = name, free_slug(Person, name)
    person.save()
    if stood_at and is_secret:
        path = Redirect.normalise_path(stood_at)
        Redirect.objects.filter(redirect_link=stood_at).delete()
        Redirect.objects.filter(old_path=path).delete()
    elif stood_at:
        forward(stood_at, person.get_absolute_url())
    index_again(person)


@whole
def declare(
    *, person: Person, what: str, with_whom: str, since: date, until: date | None = None
) -> Interest:
    """The same one twice is one, also when both are sent at once."""
    Person.objects.select_for_update().get(pk=person.pk)
    told = {"person": person, "what": what, "with_whom": with_whom, "until": until}
    # two that ended on one day can be the same in all but their beginning
    same = Interest.objects.filter(**told).order_by("pk").first()
    return same or Interest.objects.create(**told, since=since)


@whole
def end(*, interest: Interest, day: date) -> None:
    """Over, and still to be read; one that ended already keeps its day."""
    open_one = Interest.objects.filter(pk=interest.pk, until=None)
    open_one.update(until=max(day, interest.since))


@whole
def forget_person(person: Person) -> None:
    """What they made stays where it is, and is nobody's."""
    Interest.objects.filter(person=person).delete()
    person.user = person.organisation = person.photo = None
    person.function = person.about = person.pseudonym = person.own_name = ""
    person.visibility, person.reachable = Seen.EVERYONE, False
    _rename(person, FORGOTTEN, is_secret=True)
