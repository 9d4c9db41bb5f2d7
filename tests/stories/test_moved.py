"""A story with another address: what stands beneath the old one goes along."""

import pytest

from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(django_capture_on_commit_callbacks):
    story = make_story(slug="oud")
    story.slug = "nieuw"
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    return story


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/verhalen/oud/reacties/", "/verhalen/nieuw/reacties/"),
        ("/verhalen/oud/reacties/?pagina=2", "/verhalen/nieuw/reacties/?pagina=2"),
        ("/verhalen/oud?pagina=2", "/verhalen/nieuw/?pagina=2"),
        ("/verhalen/oud/?pagina=2", "/verhalen/nieuw/?pagina=2"),
        ("/verhalen/oud/meedoen/?x=%C3%A9%2F", "/verhalen/nieuw/meedoen/?x=%C3%A9%2F"),
    ],
)
def test_a_link_in_a_mail_still_leads_to_the_comments(client, moved, old, new):
    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, new)


def test_a_filter_goes_along_with_the_index(
    client, moved, django_capture_on_commit_callbacks
):
    index = moved.get_parent().specific
    index.slug = "stukken"
    with django_capture_on_commit_callbacks(execute=True):
        index.save_revision().publish()

    answer = client.get("/verhalen/?thema=mens&pagina=2")

    assert answer["Location"] == "/stukken/?thema=mens&pagina=2"


def test_what_was_typed_goes_along_to_the_new_address(client, moved):
    typed = {"name": "Iris", "email": "iris@voorbeeld.example", "text": "Herkenbaar."}

    sent = client.post("/verhalen/oud/reacties/", typed)
    arrived = client.post("/verhalen/oud/reacties/", typed, follow=True)

    assert (sent.status_code, sent["Location"]) == (308, "/verhalen/nieuw/reacties/")
    assert arrived.redirect_chain[-1] == ("/verhalen/nieuw/reacties/?verstuurd=1", 302)
    assert moved.comments.get().text == "Herkenbaar."


@pytest.mark.parametrize(
    "address",
    [
        "/verhalen/oud/onzin/?x=1",
        "/verhalen/oud/onzin/",
        "/verhalen/nieuw/praktijktoets/",
        "/é/onzin/",
        "/onzin/",
    ],
)
def test_what_is_nowhere_is_not_found_at_once(client, moved, address):
    assert client.get(address).status_code == 404


def test_back_at_its_first_address_a_story_leads_nowhere_else(
    client, moved, django_capture_on_commit_callbacks
):
    moved.slug = "oud"
    with django_capture_on_commit_callbacks(execute=True):
        moved.save_revision().publish()

    assert client.get("/verhalen/oud/praktijktoets/").status_code == 404
    assert client.get("/verhalen/nieuw/reacties/")["Location"] == (
        "/verhalen/oud/reacties/"
    )
