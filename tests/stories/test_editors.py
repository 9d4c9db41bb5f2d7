"""What editors and editors in chief may do in the back office, and what not."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse
from wagtail.models import Workflow
from wagtail.test.utils.form_data import (
    inline_formset,
    streamfield,
)

from home.models import ContentPage, HomePage
from home.pages.pictures import make_missing, owed
from stories import foundations
from stories.models import StoryPage, Theme
from stories.pages.viewsets import StoryListing
from stories.tasks import follow_up
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.stories import make_story, make_story_index
from tests.stories.desk import add_address, edit_address, filled_in, make_user

pytestmark = pytest.mark.django_db

OWED = [each.spec for each in owed()]
NOBODY = {"person": "", "name": "", "about": ""}
A_SEAT = {"id": "", "order": "0", "deleted": "", "value": NOBODY}


def test_the_back_office_speaks_dutch(client, editor):
    html = client.get("/cms/").content.decode()

    assert '<html lang="nl"' in html
    assert "Zoeken" in html
    assert "Sneltoetsen" in html
    assert "guide.wagtail.org" not in html  # their manual is in English


def test_the_door_of_the_back_office_speaks_dutch(client):
    html = client.get("/cms/login/").content.decode()

    assert "Inloggen bij Een Nieuw Geluid" in html
    assert "Wachtwoord" in html
    assert "Password" not in html


def test_a_date_is_shown_and_typed_day_first(client, editor):
    story = make_story(date=date(2026, 8, 2), live=False)

    shown = BeautifulSoup(client.get(edit_address(story)).text, "html.parser")
    client.post(edit_address(story), filled_in(date="03-09-2026", topics=""))

    assert shown.find("input", {"name": "date"})["value"] == "02-08-2026"
    story.refresh_from_db()
    assert story.get_latest_revision_as_object().date == date(2026, 9, 3)


def test_a_list_counts_in_dutch(client, editor):
    for _ in range(3):
        make_story()

    listed = " ".join(client.get("/cms/verhalen/").text.split())

    assert "1–3 van 3 verhalen" in listed


def test_choosing_a_topic_takes_no_quotation_marks(client, editor):
    html = client.get(add_address()).text

    assert "aanhalingstekens" not in html


def test_an_editor_writes_a_draft_that_nobody_else_sees(client, editor):
    response = client.post(add_address(), filled_in())

    story = StoryPage.objects.get(slug="rond-de-tafel")
    assert response.status_code == 302
    assert story.live is False
    assert client.get("/verhalen/rond-de-tafel/").status_code == 404


def test_half_a_story_can_be_kept(client, editor):
    half = filled_in(kind="", theme="", lead="", body=streamfield([]))

    client.post(add_address(), half)

    assert StoryPage.objects.get(slug="rond-de-tafel").title == "Rond de tafel"


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("embed", {"url": "", "title": "", "text": ""}),
        ("embed", {"url": "https://vimeo.com/", "title": "", "text": ""}),
        ("call", {"text": "", "button": "", "page": "", "url": ""}),
        ("table", {"title": "", "people": {"count": "1", "0": A_SEAT}}),
    ],
)
def test_a_block_that_is_just_begun_can_be_kept(block, value, client, editor):
    body = streamfield([(block, value)])

    client.post(add_address(), filled_in(body=body, source_url="https://x.example/"))

    story = StoryPage.objects.get(slug="rond-de-tafel").get_latest_revision_as_object()
    assert [each.block_type for each in story.body] == [block]
    assert story.source_url == "https://x.example/"
    assert client.get(edit_address(story)).status_code == 200
    preview = reverse("wagtailadmin_pages:view_draft", args=[story.pk])
    assert client.get(preview).status_code == 200


def test_a_story_with_a_title_that_exists_gets_an_address_of_its_own(client, chief):
    client.post(add_address(), filled_in(**{"action-publish": "1"}))

    for _ in range(2):
        client.post(add_address(), filled_in())
    drafts = StoryPage.objects.filter(live=False).order_by("pk")
    client.post(edit_address(drafts[0]), filled_in(lead="Verder."))

    slugs = [story.get_latest_revision_as_object().slug for story in drafts]
    assert slugs == ["rond-de-tafel-2", "rond-de-tafel-3"]


def test_the_address_of_a_story_that_was_online_is_not_chosen_by_itself(client, chief):
    make_story(slug="rond-de-tafel")
    client.post(add_address(), filled_in(slug="ergens", **{"action-publish": "1"}))
    story = StoryPage.objects.get(slug="ergens")

    answer = client.post(edit_address(story), filled_in())

    assert set(answer.context["form"].errors) == {"slug"}


def test_a_photo_in_a_story_is_not_called_image():
    fields = StoryPage._meta.get_field("body").stream_block.child_blocks["photo"]

    labels = [
        block.label for block in fields.child_blocks["photo"].child_blocks.values()
    ]
    assert labels == ["Afbeelding", "Afbeelding is decoratief", "Alt tekst"]


def test_only_who_may_write_is_offered_a_new_story(client, editor):
    stranger = User.objects.create_user("trekker", password="geheim")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    offer = "Verhaal toevoegen"

    assert offer in client.get("/cms/verhalen/").content.decode()
    client.force_login(stranger)
    assert offer not in client.get("/cms/verhalen/").content.decode()


def test_the_back_office_carries_our_name_and_mark(client, editor):
    html = client.get("/cms/").content.decode()

    assert "- Een Nieuw Geluid</title>" in html
    assert 'class="own-mark"' in html


def test_an_editor_does_not_publish_even_by_asking_for_it(client, editor):
    client.post(add_address(), filled_in(**{"action-publish": "1"}))

    assert StoryPage.objects.get(slug="rond-de-tafel").live is False


def test_a_chief_publishes_and_it_shows_at_once(client, chief):
    person = make_person("Lotte Brandsma")
    credit = {"person": person.pk, "organisation": "", "part": "tekst"}

    client.post(
        add_address(),
        filled_in(credits=inline_formset([credit]), **{"action-publish": "1"}),
    )

    client.logout()
    html = client.get("/verhalen/rond-de-tafel/").content.decode()
    assert "Zo ging het." in html
    assert ">Lotte Brandsma</a></b>" in html
    assert "Rond de tafel" in client.get("/verhalen/").content.decode()


@pytest.mark.usefixtures("searchable")
def test_a_story_is_found_by_the_name_and_topic_it_was_given_later(
    client, chief, django_capture_on_commit_callbacks
):
    story = make_story("Rond de tafel", slug="rond-de-tafel")
    credit = {"person": make_person("Zwaantje").pk, "organisation": "", "part": "tekst"}

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            edit_address(story),
            filled_in(credits=inline_formset([credit]), **{"action-publish": "1"}),
        )

    for words in ("Zwaantje", "planning"):
        found = client.get("/zoeken/", {"q": words}).context["results"]
        assert "Rond de tafel" in [result.title for result in found]


def test_publishing_never_makes_the_editor_wait_for_photos(
    client, chief, django_capture_on_commit_callbacks, now
):
    photo = make_photo(size=(60, 40))

    with django_capture_on_commit_callbacks(execute=True):
        client.post(add_address(), filled_in(photo=photo.pk, **{"action-publish": "1"}))

    assert not photo.renditions.filter(filter_spec__in=OWED).exists()
    assert make_missing(now=now) == 1


def test_where_there_is_a_worker_it_has_the_photos_ready(chief, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    story = make_story(photo=make_photo(size=(60, 40)))

    follow_up.call(story.pk)

    assert story.photo.renditions.filter(filter_spec__in=OWED).count() == len(OWED)


def test_publishing_asks_for_what_a_story_needs(client, chief):
    half = filled_in(kind="", theme="", **{"action-publish": "1"})

    html = client.post(add_address(), half).content.decode()

    assert StoryPage.objects.filter(slug="rond-de-tafel").count() == 0
    assert html.count("Dit is een verplicht veld.") == 2


def test_a_portrait_is_published_with_whom_it_is_about(client, chief):
    about = make_organisation()
    portrait = filled_in(kind="portret")
    address = add_address()

    client.post(address, portrait | {"slug": "concept"})
    html = client.post(address, portrait | {"action-publish": "1"}).text
    client.post(address, portrait | {"organisation": about.pk, "action-publish": "1"})

    assert StoryPage.objects.get(slug="concept").live is False
    assert "Een portret gaat over een organisatie. Kies welke." in html
    assert StoryPage.objects.get(slug="rond-de-tafel").organisation == about


def test_a_name_is_a_person_or_an_organisation(client, chief):
    both = {"person": "", "organisation": "", "part": "tekst"}

    html = client.post(
        add_address(),
        filled_in(credits=inline_formset([both]), **{"action-publish": "1"}),
    ).content.decode()

    assert "precies één van de twee" in html


def test_an_editor_submits_and_a_chief_approves(client, editor):
    client.post(add_address(), filled_in(**{"action-submit": "1"}))
    story = StoryPage.objects.get(slug="rond-de-tafel")
    state = story.current_workflow_task_state
    assert (state.task.name, story.live) == ("Eindredactie", False)

    client.force_login(make_user("Eindredactie"))
    client.post(
        reverse(
            "wagtailadmin_pages:workflow_action",
            args=[story.pk, "approve", state.pk],
        )
    )

    story.refresh_from_db()
    assert story.live is True


@pytest.mark.parametrize(
    ("group", "page", "may"),
    [
        ("Redactie", "draft", {"edit", "delete"}),
        ("Redactie", "story", {"edit"}),
        ("Redactie", "home", set()),
        ("Redactie", "privacy", set()),
        ("Eindredactie", "draft", {"edit", "delete", "publish"}),
        ("Eindredactie", "story", {"edit", "delete", "publish"}),
        ("Eindredactie", "privacy", {"edit", "delete", "publish"}),
    ],
)
def test_who_may_what(group, page, may):
    user = make_user(group)
    pages = {
        "draft": make_story(live=False),
        "story": make_story(),
        "home": HomePage.objects.get(),
        "privacy": ContentPage.objects.get(slug="privacy"),
    }

    rights = pages[page].permissions_for_user(user)

    asked = ("edit", "delete", "publish")
    assert {right for right in asked if getattr(rights, f"can_{right}")()} == may


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie"])
def test_no_editor_enters_settings_or_users(client, group):
    client.force_login(make_user(group))

    for name in ("wagtailusers_users:index", "wagtailadmin_workflows:add"):
        assert client.get(reverse(name)).status_code == 302


def test_a_stranger_does_not_enter_the_back_office(client):
    make_story_index()

    response = client.get(add_address())

    assert response.status_code == 302
    assert "/cms/login/" in response["Location"]


def test_a_story_is_previewed_before_it_is_kept(client, editor):
    index = make_story_index()
    address = reverse(
        "wagtailadmin_pages:preview_on_add", args=["stories", "storypage", index.pk]
    )
    client.post(address, filled_in(kind="", theme="", lead=""))

    response = client.get(address, {"in_preview_panel": "true"})

    assert response.status_code == 200
    assert "Zo ging het." in response.content.decode()


@pytest.mark.parametrize("block", ["text", "question", "quote", "facts", "table"])
def test_an_editor_sees_a_block_before_choosing_it(client, editor, block):
    definition = StoryPage.body.field.stream_block.child_blocks[block]
    address = reverse("wagtailadmin_block_preview")

    response = client.get(address, {"id": definition.definition_prefix})

    assert response.status_code == 200
    assert "css/style" in response.content.decode()


def test_the_preview_may_stand_in_the_frame_of_the_editor(client, editor):
    story = make_story(live=False)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    client.post(address, filled_in(title="Nog niet af"))

    response = client.get(address, {"in_preview_panel": "true"})

    assert "Nog niet af" in response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_laying_the_foundations_again_changes_nothing():
    make_story_index()
    Theme.objects.filter(slug="mens").update(name="De mens")

    foundations.lay()

    assert Theme.objects.get(slug="mens").name == "De mens"
    active = Workflow.objects.filter(active=True).values_list("name", flat=True)
    assert list(active) == ["Eindredactie"]
    names = Group.objects.values_list("name", flat=True)
    assert {"Eindredactie", "Moderatoren", "Redactie"} <= set(names)


def test_only_who_writes_stories_has_them_in_the_menu(client, editor, rf):
    entry = StoryListing().get_menu_item()
    asked = rf.get("/cms/")

    asked.user = editor
    assert entry.is_shown(asked) is True

    asked.user = User.objects.create_user("trekker")
    assert entry.is_shown(asked) is False


def test_the_menu_has_a_list_of_all_stories_drafts_too(client, editor):
    make_story("Nog niet af", live=False, kind="column")

    html = client.get("/cms/verhalen/").content.decode()

    assert "Nog niet af" in html
    assert ">column<" in "".join(html.split())
