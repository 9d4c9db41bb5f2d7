"""The ground floor: who is behind the site, sectors of work, people and photos."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify

from config.demo import pictures
from config.demo.people import FACTS, ORGANISATIONS, PEOPLE, ROLES
from config.demo.terms import TERMS
from home.models import Organisation, Person, Photo, Role, Sector, SiteDetails, Term

DETAILS = {
    "legal_name": "Stichting Een Nieuw Geluid (verzonnen)",
    "street": "Seinpad 5",
    "postal_code": "3812 AA",
    "city": "Amersfoort",
    "kvk": "00000000",
    "vat_id": "NL000000000B00",
    "iban": "NL00 DEMO 0000 0000 00",
    "email": "post@een-nieuw-geluid.example",
    "phone": "088 000 00 00",
    "demo_note": (
        "De verhalen, namen en organisaties op deze site zijn verzonnen voorbeelden, "
        "behalve in ‘Hoe het begon’."
    ),
}


def load() -> dict[str, int]:
    """How many rows were added, in words for the screen."""
    return {
        "gegevens van de site": _details(),
        "organisaties": sum(map(_organisation, ORGANISATIONS)),
        "personen": sum(map(_person, PEOPLE)),
        "begrippen": sum(map(_term, TERMS)),
    }


def photo(name: str) -> Photo:
    """The drawn photo of that name; drawn only when it is not there."""
    picture = pictures.PICTURES[name]
    there = Photo.objects.filter(title=picture.title).first()
    if there is not None:
        return there
    file = ContentFile(pictures.jpeg(name), name=f"{slugify(name)}.jpg")
    until = timezone.localdate() + timedelta(days=picture.agreed_for)
    agreed = {"consent": Photo.Consent.GIVEN, "consent_until": until}
    return Photo.objects.create(
        title=picture.title,
        description=picture.alt,
        credit=pictures.CREDIT,
        note="Gemaakt voor de voorbeeldinhoud; het is geen foto.",
        rights=Photo.Rights.OWN,
        file=file,
        **(agreed if picture.agreed_for else {"consent": Photo.Consent.NOT_NEEDED}),
    )


def _details() -> int:
    """Only where nobody has filled in anything yet."""
    untouched = SiteDetails.objects.filter(legal_name="", demo_note="", street="")
    return untouched.update(**DETAILS)


def _organisation(row: tuple) -> int:
    slug, name, kind, sector, place, about = row
    staff, founded, website = FACTS.get(slug, ("", None, ""))
    _, is_new = Organisation.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name,
            "kind": kind,
            "sector": Sector.objects.get(slug=sector),
            "place": place,
            "staff": staff,
            "founded": founded,
            "website": website,
            "about": about,
        },
    )
    return int(is_new)


def _term(row: tuple[str, str]) -> int:
    word, meaning = row
    _, is_new = Term.objects.get_or_create(
        word=word, defaults={"slug": slugify(word), "meaning": meaning}
    )
    return int(is_new)


def _person(row: tuple) -> int:
    slug, name, function, organisation, about = row
    _, is_new = Person.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name,
            "function": function,
            "organisation": Organisation.objects.filter(slug=organisation).first(),
            "role": Role.objects.filter(slug=ROLES.get(slug, "")).first(),
            "about": about,
        },
    )
    return int(is_new)
