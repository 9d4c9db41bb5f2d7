"""What a story cannot be, said at its field, with all that was typed still there."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from stories.models import StoryPage
from tests.factories.stories import make_story
from tests.stories.desk import add_address, edit_address, filled_in, make_user

pytestmark = pytest.mark.django_db


def four_topics():
    return filled_in(topics="planning, opleiden, werving, keurmerk")


def test_a_fourth_topic_is_refused_where_it_is_chosen(client, chief):
    response = client.post(add_address(), {**four_topics(), "action-publish": "1"})

    form = response.context["form"]
    assert form.errors == {"topics": ["Kies er hoogstens 3; nu zijn het er 4."]}
    assert form["lead"].value() == "Drie mensen over één dag."
    assert StoryPage.objects.exists() is False


def test_a_draft_with_a_fourth_topic_is_kept(client, editor):
    client.post(add_address(), four_topics())

    draft = StoryPage.objects.get().get_latest_revision_as_object()
    assert draft.topics.count() == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 10_000),
        ("title", "a\x00b"),
        ("slug", "😀"),
        ("lead", "x" * 10_000),
        ("lead", "a\x00b"),
        ("date", "2026-02-31"),
        ("theme", "999999"),
        ("photo", "999999"),
        ("kind", "roman"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_still_there(
    field, value, client, chief
):
    response = client.post(
        add_address(), {**filled_in(**{field: value}), "action-publish": "1"}
    )

    form = response.context["form"]
    assert set(form.errors) == {field}
    assert form[field].value() == value
    assert form["kicker"].value() == ""
    assert StoryPage.objects.exists() is False


@pytest.mark.parametrize("text", ["😀", "x" * 10_000, "a\x00b", "<script>1</script>"])
def test_odd_text_in_a_block_is_no_accident(text, client, chief):
    body = streamfield(
        [
            ("text", rich_text(f"<p>{text}</p>")),
            ("quote", {"text": text[:300], "source": ""}),
        ]
    )

    response = client.post(
        add_address(), {**filled_in(body=body), "action-publish": "1"}
    )

    assert response.status_code in {200, 302}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("photo", "x"),
        ("body-count", "x"),
        ("body-count", "2"),
        ("body-0-order", "x"),
        ("credits-0-id", "x"),
    ],
)
def test_a_body_that_no_form_sends_is_a_bad_request(field, value, client, editor):
    row = [{"id": "", "person": "", "name": "Els", "part": "", "ORDER": "1"}]
    sent = filled_in(credits=inline_formset(row, initial=1))

    answer = client.post(add_address(), {**sent, field: value})

    assert answer.status_code == 400
    assert StoryPage.objects.exists() is False


def test_many_stories_are_not_published_unseen(client, chief):
    client.post(add_address(), filled_in(kind="", theme="", lead=""))
    half = StoryPage.objects.get()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    asked = {"id": half.pk, "next": "/cms/verhalen/"}

    looked = client.get(address, asked, follow=True)
    sent = client.post(f"{address}?{urlencode(asked)}", follow=True)

    assert "Plaatsen gaat per pagina" in looked.text
    assert sent.redirect_chain == [("/cms/verhalen/", 302)]
    assert StoryPage.objects.get().live is False


def test_a_piece_that_was_in_no_form_goes_there_before_it_is_approved(client, chief):
    story = make_story(live=False)
    story.theme = None
    story.save_revision(clean=False)
    state = story.get_workflow().start(story, chief).current_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk]
    )

    clicked = client.post(approve, {"next": "/cms/"})
    with_a_word = client.post(
        approve, {"comment": "Mooi."}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    shown = client.get(edit_address(story))

    assert (clicked.status_code, clicked.url) == (302, edit_address(story))
    assert with_a_word.json()["redirect"] == edit_address(story)
    assert "Nog niet goed: thema, gaat over." in shown.text
    story.refresh_from_db()
    assert (story.live, story.workflow_in_progress) == (False, True)


def test_nobody_approves_by_an_address_without_the_right(client, editor):
    story = make_story(live=False)
    story.save_revision()
    state = story.get_workflow().start(story, editor).current_task_state
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk]
    )

    by_an_editor = client.post(approve)
    client.logout()
    by_nobody = client.post(approve)

    assert by_an_editor.status_code == 302
    assert by_nobody.url.startswith("/cms/login/")
    story.refresh_from_db()
    assert story.live is False


def test_who_is_asked_to_change_something_reads_by_whom_and_what(
    client, chief, mailoutbox
):
    writer = make_user("Redactie")
    writer.email = "lotte@voorbeeld.example"
    writer.save()
    story = make_story("Rond de tafel", live=False)
    story.save_revision(user=writer)
    state = story.get_workflow().start(story, writer).current_task_state
    address = "wagtailadmin_pages:workflow_action"

    client.post(
        reverse(address, args=[story.pk, "reject", state.pk]),
        {"comment": "Graag een bron."},
    )

    [mail] = [each for each in mailoutbox if each.to == [writer.email]]
    assert mail.subject == "‘Rond de tafel’: wil je nog iets veranderen?"
    assert "las ‘Rond de tafel’ en vraagt je nog iets te veranderen." in mail.body
    assert "Graag een bron." in mail.body
