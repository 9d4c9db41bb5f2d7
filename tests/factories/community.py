"""Working groups, their members, outcomes and leads."""

from datetime import date, datetime

from django.contrib.auth import get_user_model
from wagtail.documents.models import Document

from community import foundations
from community.joining.services import accept_address
from community.models import (
    Evidence,
    GroupPhase,
    JoinRequest,
    Membership,
    OutcomePage,
    Remark,
    WorkingGroupIndexPage,
    WorkingGroupPage,
)
from home.models import HomePage
from home.readers.services import reader_for
from stories.models import Theme
from tests.factories.home import make_person, make_site


def make_index() -> WorkingGroupIndexPage:
    """The overview at /werkgroepen/, with the site around it."""
    found = WorkingGroupIndexPage.objects.first()
    if found:
        return found
    home = HomePage.objects.first() or make_site()
    page = WorkingGroupIndexPage(
        title="Werkgroepen", slug="werkgroepen", lead="Drie vragen."
    )
    return home.add_child(instance=page)


def make_group(slug: str = "kwaliteit", **fields) -> WorkingGroupPage:
    """A published group without members or outcomes."""
    name = slug.capitalize()
    theme, _ = Theme.objects.get_or_create(slug=slug, defaults={"name": name})
    fields = {"title": name, "question": f"Wat is {name}?", "theme": theme, **fields}
    return make_index().add_child(instance=WorkingGroupPage(slug=slug, **fields))


def make_member(group: WorkingGroupPage, name: str = "Farida Boumans", **fields):
    """A person in the group; `photo`, `user` and `in_trade` go to the person."""
    photo, user = fields.pop("photo", None), fields.pop("user", None)
    in_trade = fields.pop("in_trade", None)
    person = make_person(name, photo=photo, user=user, role=in_trade)
    return Membership.objects.create(group=group, person=person, **fields)


def make_join_request(group, *, now: datetime, waiting: bool = True, **fields):
    """Confirmed, unless `waiting` is false; `email` goes to the reader."""
    reader = reader_for(fields.pop("email", "jan@x.example"), now=now)
    fields = {"name": "Jan Bos", "answer": "Omdat.", "written_at": now, **fields}
    asked = JoinRequest.objects.create(group=group, reader=reader, **fields)
    if waiting:
        accept_address(asked, now=now)
    return asked


def make_remark(outcome, *, now: datetime, state: str = "waiting", **fields) -> Remark:
    """Confirmed; `email` goes to the reader."""
    reader = reader_for(fields.pop("email", "x@x.example"), now=now)
    fields = {"verdict": "aanpassen", "name": "Wilma", "text": "Te kort.", **fields}
    return Remark.objects.create(
        outcome=outcome,
        reader=reader,
        state=state,
        written_at=now,
        waiting_since=now,
        **fields,
    )


def make_phase(group: WorkingGroupPage, name: str, since: date) -> GroupPhase:
    return GroupPhase.objects.create(group=group, name=name, since=since)


def make_outcome(group: WorkingGroupPage, **fields) -> OutcomePage:
    """A published outcome in concept, with every text filled in."""
    number = OutcomePage.objects.child_of(group).count() + 1
    fields = {
        "title": f"Uitkomst {number}",
        "number": number,
        "date": date(2026, 11, 18),
        "lead": "Kort en goed.",
        "question": "Wat ontbreekt er?",
        "work": "<p>We vroegen het na.</p>",
        "result": "<p>Het gevolg ontbreekt.</p>",
        **fields,
    }
    return group.add_child(instance=OutcomePage(**fields))


def make_document(title: str = "Verslag") -> Document:
    """A row without a file on disk: enough for a link to it."""
    return Document.objects.create(title=title, file="documents/verslag.pdf")


def make_evidence(outcome: OutcomePage, **fields) -> Evidence:
    fields = {"title": "Vergelijking", "link": "https://voorbeeld.example/", **fields}
    return Evidence.objects.create(outcome=outcome, **fields)


def make_lead(group: WorkingGroupPage, username: str = "farida"):
    """Somebody who may write and publish the outcomes of this group."""
    user = get_user_model().objects.create_user(
        username, f"{username}@voorbeeld.example", "geheim"
    )
    user.groups.add(foundations.grant(group))
    return user
