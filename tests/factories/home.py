"""The front page, sectors, people and photos."""

from io import BytesIO
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils.text import slugify
from PIL import Image
from wagtail.documents.models import Document
from wagtail.models import Collection, Locale, Page

from home import foundations
from home.models import (
    HomePage,
    Organisation,
    Person,
    Photo,
    Sector,
    SiteDetails,
    Term,
)

_number = count(1)


def make_site() -> HomePage:
    """The front page at http://testserver, with the details of the seller."""
    if not Page.objects.exists():
        _make_root()
    home = HomePage.objects.first() or foundations.lay()
    SiteDetails.objects.update(
        legal_name="Stichting Een Nieuw Geluid",
        street="Seinpad 5",
        postal_code="3812 AA",
        city="Amersfoort",
        kvk="01234567",
        vat_id="NL001234567B01",
        email="post@een-nieuw-geluid.example",
    )
    return home


def _make_root() -> None:
    """What the migrations made, and a test with transactions of its own took away."""
    locale = Locale.objects.create(language_code="nl")
    kind = ContentType.objects.get_for_model(Page)
    Page.add_root(
        instance=Page(title="Root", slug="root", content_type=kind, locale=locale)
    )
    Collection.add_root(name="Root")


def make_sector(name: str = "Klantcontact") -> Sector:
    slug = name.lower().replace(" ", "-")
    return Sector.objects.update_or_create(slug=slug, defaults={"name": name})[0]


def make_organisation(name: str | None = None, **fields) -> Organisation:
    number = next(_number)
    return Organisation.objects.create(
        name=name or f"Organisatie {number}", slug=f"organisatie-{number}", **fields
    )


def make_person(name: str = "Lotte Brandsma", **fields) -> Person:
    slug = fields.pop("slug", f"persoon-{next(_number)}")
    return Person.objects.create(name=name, slug=slug, **fields)


def make_term(word: str = "WFM", meaning: str = "Plannen in klantcontact.") -> Term:
    return Term.objects.create(word=word, slug=slugify(word), meaning=meaning)


def make_document(title: str = "Vragenlijst") -> Document:
    file = ContentFile(b"%PDF-1.7", f"bestand-{next(_number)}.pdf")
    return Document.objects.create(title=title, file=file, file_size=123_456)


def make_photo(*, size: tuple[int, int] = (1200, 800), **fields) -> Photo:
    """A plain orange picture with a credit."""
    file = BytesIO()
    Image.new("RGB", size, "#f8521b").save(file, "JPEG")
    fields = {"title": "Aan tafel", "credit": "Fleur Adema", **fields}
    image = ImageFile(BytesIO(file.getvalue()), f"foto-{next(_number)}.jpg")
    return Photo.objects.create(file=image, **fields)
