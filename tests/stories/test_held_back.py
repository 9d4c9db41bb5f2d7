"""What goes live by itself, or from a list, is as whole as its form asks."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from config.management.commands.tick import publish_scheduled
from home.mail.services import pay_owed_mail
from home.pages.lacking import lacks
from stories.models import Credit, StoryPage, Theme
from tests.factories.home import make_organisation
from tests.factories.stories import make_full_story, make_story
from tests.stories.desk import edit_address, let_the_hour_come, make_user

pytestmark = pytest.mark.django_db


def approve_address(story, by: User) -> str:
    state = story.get_workflow().start(story, by).current_task_state
    action = "wagtailadmin_pages:workflow_action"
    return reverse(action, args=[story.pk, "approve", state.pk])


def plan(story, at, by: User) -> None:
    """As a chief did, when all was there."""
    story.go_live_at = at
    story.save_revision(user=by).publish(user=by)


def test_a_story_with_everything_lacks_nothing():
    story = make_full_story()
    for photo in story.body_photos:
        photo.contextual_alt_text = "Een kop koffie op een rode tafel"

    assert lacks(story.save_revision().as_object()) == []


def test_what_lacks_is_named_as_in_the_form():
    story = make_story(source_url="https://elders.example/")
    story.lead, story.body = "", [("quote", {"text": ""})]
    story.credits = [Credit(part=Credit.Part.TEXT)]

    assert lacks(story) == [
        *("inleiding", "gaat over", "eerder verschenen bij", "verhaal"),
        "namen",
    ]


def test_a_portrait_of_nobody_is_not_approved_from_a_list(client, chief):
    story = make_story(live=False)
    story.save_revision()
    approve = approve_address(story, chief)

    refused = client.post(approve, {"next": "/cms/"}, follow=True)
    story.organisation = make_organisation()
    story.save_revision()
    client.post(approve, {"next": "/cms/"})

    assert refused.redirect_chain == [(edit_address(story), 302)]
    assert "Nog niet goed: gaat over." in refused.text
    assert StoryPage.objects.get(pk=story.pk).live is True


def test_what_became_half_is_held_back_and_stops_no_other(client, mailoutbox):
    lotte, now = make_user("Eindredactie"), timezone.now()
    lotte.email = "lotte@voorbeeld.example"
    lotte.save()
    half = make_story("Half", organisation=make_organisation(), live=False)
    whole = make_story("Heel", kind="column", live=False)
    plan(half, now + timedelta(hours=1), by=lotte)
    plan(whole, now + timedelta(hours=2), by=lotte)
    half.organisation.delete()

    let_the_hour_come(now)
    publish_scheduled(now=now)
    pay_owed_mail(now=timezone.now())
    publish_scheduled(now=now)

    half, whole = (StoryPage.objects.get(pk=each.pk) for each in (half, whole))
    assert (half.live, half.approved_schedule, whole.live) == (False, False, True)
    [mail] = [each for each in mailoutbox if each.to == [lotte.email]]
    assert mail.subject == "‘Half’ is niet geplaatst"
    assert "klopt iets niet meer: gaat over." in mail.body
    assert edit_address(half) in mail.body
    client.force_login(lotte)
    history = client.get(reverse("wagtailadmin_pages:history", args=[half.pk])).text
    assert "Niet volgens schema geplaatst. Wat niet klopt: gaat over" in history


def test_a_theme_that_is_gone_holds_back_too():
    chief, now = make_user("Eindredactie"), timezone.now()
    theme = Theme.objects.create(name="Ruimte", slug="ruimte", position=9)
    story = make_story(kind="column", live=False)
    story.theme = theme
    plan(story, now + timedelta(hours=1), by=chief)
    StoryPage.objects.update(theme=None)
    theme.delete()

    let_the_hour_come(now)
    publish_scheduled(now=now)

    assert StoryPage.objects.get().live is False
    entry = PageLogEntry.objects.get(action="home.held_back")
    assert entry.data["lacks"] == ["thema"]
