"""The top floor: members of the working groups, and what they found."""

from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection

from community.consultation.models import Words
from community.consultation.rules import paragraphs
from community.consultation.services import remark
from community.joining.models import Introduction
from community.joining.services import ask_as_member
from community.models import (
    Evidence,
    GroupPhase,
    JoinRequest,
    Membership,
    OutcomePage,
    Remark,
    Trace,
    WorkingGroupPage,
)
from community.traces.services import trace_to
from config.demo import writing
from config.demo.days import days_before
from config.demo.documents import DOCUMENTS
from config.demo.loaders.stories import publish
from config.demo.markup import line, rich
from config.demo.working_groups import (
    JOIN_QUESTIONS,
    JOINING,
    MEMBERS,
    MODES,
    OUTCOMES,
    PHASES,
    REMARKS,
    SEATS,
    TRACES,
)
from home import dutch
from home.models import Person, Role
from stories.models import StoryPage

NORM = "een-keurmerk-zonder-gevolg-is-een-sticker"


def load(now: datetime) -> dict[str, int]:
    members = outcomes = 0
    for group in WorkingGroupPage.objects.filter(slug__in=MEMBERS):
        _charter(group, timezone.localdate(now))
        members += _members(group)
        outcomes += sum(_outcome(group, found, now) for found in OUTCOMES[group.slug])
    traces = 0 if Trace.objects.exists() else _traces()
    return {
        "leden van werkgroepen": members,
        "uitkomsten": outcomes,
        "herkomsten van uitkomsten": traces,
        "aanmeldingen": 0 if JoinRequest.objects.exists() else _joining(now),
        "reacties op uitkomsten": 0 if Remark.objects.exists() else _remarks(now),
    }


def words_of_the_outcomes() -> dict[str, str]:
    """Until when people can say what they think of the norm."""
    until = OutcomePage.objects.get(slug=NORM).consultation_until
    return {"consultation_end": dutch.day_short(until) if until else "later"}


def _charter(group: WorkingGroupPage, today: date) -> None:
    """Only for a group that says nothing yet of how it decides."""
    if group.mode or group.phases.exists():
        return
    group.mode = MODES[group.slug]
    group.join_question = JOIN_QUESTIONS[group.slug]
    group.seats.set(Role.objects.filter(slug__in=SEATS[group.slug]))
    for name, days_ago in PHASES[group.slug]:
        group.phases.add(GroupPhase(name=name, since=today - timedelta(days=days_ago)))
    group.save()


def _members(group: WorkingGroupPage) -> int:
    """Only for a group that has none: who left stays away."""
    if group.memberships.exists():
        return 0
    rows = [
        Membership(
            group=group,
            person=Person.objects.get(slug=slug),
            function=function,
            role=role,
            sort_order=order,
        )
        for order, (slug, function, role) in enumerate(MEMBERS[group.slug])
    ]
    return len(Membership.objects.bulk_create(rows))


def _outcome(group: WorkingGroupPage, found: writing.Outcome, now: datetime) -> int:
    if group.get_children().filter(slug=found.slug).exists():
        return 0
    today = timezone.localdate(now)
    page = OutcomePage(
        slug=found.slug,
        title=found.title,
        number=found.number,
        version=found.version,
        status=found.status,
        date=today - timedelta(days=found.days_ago),
        consultation_until=today + timedelta(days=found.consultation_days)
        if found.consultation_days
        else None,
        kind=found.kind,
        responsible=Person.objects.filter(slug=found.responsible).first(),
        next_step=found.next_step,
        due=today + timedelta(days=found.due_days) if found.due_days else None,
        progress=found.progress,
        value_for=found.value_for,
        lead=found.lead,
        question=line(found.question),
        work=rich(found.work),
        result=rich(found.result),
    )
    page.evidence = [_evidence(group, *source) for source in found.evidence]
    publish(group, page, days_before(now, found.days_ago))
    return 1


def _traces() -> int:
    """What is not there (any more) is no source."""
    kinds = {"verhaal": StoryPage, "uitkomst": OutcomePage}
    made = 0
    for slug, sources in TRACES.items():
        outcome = OutcomePage.objects.filter(slug=slug).first()
        for kind, where, why in sources:
            source = kinds[kind].objects.filter(slug=where).first()
            if outcome and source:
                trace_to(outcome=outcome, to=(kinds[kind], source.pk), why=why)
                made += 1
    return made


def _joining(now: datetime) -> int:
    """They confirmed their address yesterday, and wait."""
    for number, (group, name, function, role, answer) in enumerate(JOINING):
        who = Introduction(name, function, Role.objects.get(slug=role), answer)
        ask_as_member(
            group=WorkingGroupPage.objects.get(slug=group),
            email=f"meedoen-{number}@voorbeeld.example",
            who=who,
            now=days_before(now, 1),
        )
    return len(JOINING)


def _remarks(now: datetime) -> int:
    """One is answered, one waits for the lead; all by openly invented people."""
    outcome = OutcomePage.objects.get(slug=NORM)
    passages = {each.number: each.passage for each in paragraphs(outcome.result)}
    for number, (paragraph, verdict, name, text, said) in enumerate(REMARKS):
        at = days_before(now, 6 - number)
        words = Words(paragraph, passages.get(paragraph, ""), verdict, name, text)
        email = f"lezer-{number}@voorbeeld.example"
        made = remark(outcome=outcome, email=email, words=words, known=True, now=at)
        if said:
            made.state, made.shown_at = Remark.State.SHOWN, at
            made.answer, made.answered_at = said, at
            made.save()
    return len(REMARKS)


def _evidence(group: WorkingGroupPage, title: str, address: str, note: str) -> Evidence:
    name = address.removeprefix("document:")
    if name == address:
        return Evidence(title=title, link=address, note=note)
    return Evidence(title=title, document=_document(group, title, name), note=note)


def _document(group: WorkingGroupPage, title: str, name: str) -> Document:
    """In the group's own folder, so that its lead may use it."""
    there = Document.objects.filter(title=title).first()
    if there is not None:
        return there
    folder = Collection.objects.filter(name=f"Werkgroep {group.title}").first()
    return Document.objects.create(
        title=title,
        file=ContentFile(DOCUMENTS[name].encode(), name=name),
        collection=folder or Collection.get_first_root_node(),
    )
