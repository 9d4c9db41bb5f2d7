"""What an editor does with a piece: ask, decline, or make a story of it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils.html import linebreaks
from django.utils.text import slugify

from home.mail.services import owe_mail
from home.models import Person, Photo, Reader
from home.people.services import free_slug
from home.transactions import whole
from stories.contributions.models import Contribution, Contributor, Note
from stories.contributions.services import MAIL, Status
from stories.pages.credits import Credit
from stories.pages.index_page import StoryIndexPage
from stories.pages.story_page import StoryPage

OPEN = [Status.HANDED_IN, Status.QUESTION]


class NotOnTheDesk(Exception):
    """It is not handed in (any more): a colleague was first, or the writer writes."""


@whole
def ask(*, contribution: Contribution, text: str, by: User, now: datetime) -> Note:
    """The writer has the pen again. Raises NotOnTheDesk."""
    return _write(contribution, Status.QUESTION, text, by, now)


@whole
def decline(*, contribution: Contribution, text: str, by: User, now: datetime) -> Note:
    """Never without a word why. Raises NotOnTheDesk."""
    return _write(contribution, Status.DECLINED, text, by, now)


def _write(
    contribution: Contribution, status: str, text: str, by: User, now: datetime
) -> Note:
    contribution = _on_the_desk(contribution)
    contribution.status = status
    contribution.save(update_fields=["status"])
    note = Note.objects.create(
        contribution=contribution, by=by, from_editor=True, text=text, at=now
    )
    owe_mail(kind=MAIL, about=contribution, now=now, occasion=f"{status} {note.pk}")
    return note


@whole
def make_story(
    *,
    contribution: Contribution,
    person: Person | None,
    by: User,
    to_chiefs: bool = False,
) -> StoryPage:
    """A draft with the credit filled in, at the first step of the workflow if asked.

    Raises NotOnTheDesk.

    Whom the credit names, an editor chooses: a name is no proof of who somebody is."""
    # two first pieces of one reader in turn: the second finds who wrote the first
    Reader.objects.select_for_update().filter(pk=contribution.reader_id).first()
    contribution = _on_the_desk(contribution)
    person = _writer(contribution, person)
    story = StoryPage(
        title=contribution.title,
        slug="" if slugify(contribution.title) else f"bijdrage-{contribution.pk}",
        kind=contribution.kind,
        lead=contribution.plan,
        body=[("text", linebreaks(contribution.text, autoescape=True))],
        live=False,
        owner=by,
    )
    story.credits = [Credit(person=person, part=Credit.Part.TEXT)]
    _illustrate(story, contribution, by)
    StoryIndexPage.objects.get().add_child(instance=story)
    story.save_revision(user=by, clean=False)  # a draft may do without a theme
    if to_chiefs and (workflow := story.get_workflow()):
        workflow.start(story, by)
    contribution.status, contribution.story = Status.MADE, story
    contribution.save(update_fields=["status", "story"])
    return story


def _illustrate(story: StoryPage, contribution: Contribution, by: User) -> None:
    """The first photo above the story, the others below it; no file is copied."""
    for sent in contribution.photos.order_by("pk"):
        photo = Photo(
            title=contribution.title,
            file=sent.file.name,
            credit=sent.credit,
            note=sent.note,
            rights=sent.rights,
            uploaded_by_user=by,
        )
        photo._set_image_file_metadata()  # as Wagtail does on an upload
        photo.file.close()
        photo.save()
        if story.photo is None:
            story.photo = photo
        else:
            story.body.append(("photo", {"photo": photo, "caption": ""}))
    contribution.photos.all().delete()


def _on_the_desk(contribution: Contribution) -> Contribution:
    found = Contribution.objects.select_for_update().filter(
        pk=contribution.pk, status__in=OPEN
    )
    there = found.first()
    if there is None:
        raise NotOnTheDesk
    return there


def _writer(contribution: Contribution, person: Person | None) -> Person:
    """From the second piece on we know who it is."""
    known = Contributor.objects.filter(reader=contribution.reader_id).first()
    if known:
        return known.person
    if person is None:
        name, function = contribution.name, contribution.function
        slug = free_slug(Person, name)
        person = Person.objects.create(name=name, function=function, slug=slug)
    Contributor.objects.get_or_create(
        person=person, defaults={"reader": contribution.reader}
    )
    return person
