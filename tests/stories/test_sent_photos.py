"""Photos that come with a piece: checked like those of editors, and nothing is lost."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from home.models import Photo
from stories.contributions import retention
from stories.contributions.editing import make_story
from stories.contributions.services import MOST_PHOTOS
from stories.models import Contribution, SentPhoto
from tests.factories.contributions import LONG, make_contribution
from tests.factories.home import make_site
from tests.factories.reactions import WILMA
from tests.factories.stories import make_story_index
from tests.stories.test_odd_files import NO_PHOTO, OTHER_KIND, SCRIPT, drawn, heic

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Bellen met de wachtrij aan",
    "kind": "column",
    "plan": "Wat er gebeurt als je niet ophangt.",
    "text": LONG,
    "name": "Wilma Postma",
    "function": "teamleider",
    "answer": "",
}
ABOUT = {
    "foto-credit": "Fleur Haan",
    "foto-note": "Vóór de verhuizing",
    "foto-rights": "own",
}


@pytest.fixture(autouse=True)
def _then(time_machine, now, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    time_machine.move_to(now, tick=False)
    make_site()
    make_story_index()


@pytest.fixture
def piece(now):
    return make_contribution(now=now, status="draft", text="")


def send(client, piece, content=None, *, name="tafel.png", act="bewaren", **changes):
    typed = {**TYPED, **ABOUT, act: "1", **changes}
    content = drawn("PNG") if content is None else content
    typed["foto-file"] = SimpleUploadedFile(name, content)
    return client.post(f"/schrijf-mee/stuk/{piece.token}/", typed)


def test_a_photo_comes_along_with_who_made_it(client, piece):
    answer = send(client, piece, name="Aan tafel!.PNG", act="inleveren")

    [sent] = SentPhoto.objects.all()
    told = (sent.credit, sent.note, sent.rights)
    assert answer.url.endswith("?ingeleverd=1")
    assert told == ("Fleur Haan", "Vóór de verhuizing", "own")
    assert sent.file.name.endswith("/aan-tafel.png")
    seen = client.get(sent.file.url)
    assert b"".join(seen.streaming_content) == drawn("PNG")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("foto.heic", heic, OTHER_KIND),
        ("foto.svg", lambda: SCRIPT, OTHER_KIND),
        ("foto.png", lambda: b"%PDF-1.7", NO_PHOTO),
        ("foto.jpg", lambda: drawn("PNG"), "maar het is een"),
        ("foto.jpg", lambda: drawn("JPEG", (8000, 7501)), "teveel pixels"),
    ],
)
def test_what_is_no_photo_is_refused_and_the_piece_is_kept(
    client, piece, name, content, said
):
    page = send(client, piece, content(), name=name, act="inleveren")

    assert page.status_code == 422
    assert said in page.text
    assert "Je tekst is bewaard." in page.text
    assert all(value in page.text for value in (*ABOUT.values(), LONG))
    piece.refresh_from_db()
    assert (piece.text, piece.status) == (LONG, "draft")
    assert not SentPhoto.objects.exists()


def test_a_photo_without_a_maker_or_a_right_is_asked_about(client, piece):
    page = send(client, piece, **{"foto-credit": "", "foto-rights": ""})

    assert "Vul in wie de foto maakte." in page.text
    assert "Zeg of de foto op de site mag." in page.text
    assert not SentPhoto.objects.exists()


def test_a_good_photo_stays_when_the_text_lacks_something(client, piece):
    page = send(client, piece, title="")

    assert page.status_code == 422
    assert "tafel.png" in page.text
    assert SentPhoto.objects.count() == 1


def test_there_is_an_end_to_it_and_one_of_ones_own_may_go(client, piece, now):
    for _ in range(MOST_PHOTOS):
        send(client, piece)
    first = SentPhoto.objects.earliest("pk")
    another = make_contribution(now=now, status="draft", email="els@x.example")
    theirs = SentPhoto.objects.create(contribution=another, file=first.file)

    refused = send(client, piece)
    address = f"/schrijf-mee/stuk/{piece.token}/"
    client.post(address, {**TYPED, "weg": [first.pk, theirs.pk, "x", "9" * 30]})

    assert f"Er zijn al {MOST_PHOTOS} foto’s bij." in refused.text
    assert piece.photos.count() == MOST_PHOTOS - 1
    assert not SentPhoto.objects.filter(pk=first.pk).exists()
    assert another.photos.get() == theirs


def test_an_editor_gets_them_with_the_story(client, piece, editor):
    for _ in range(2):
        send(client, piece)
    Contribution.objects.update(status="in", handed_in_at=piece.asked_at)
    desk = client.get(f"/cms/bijdragen/{piece.pk}/").text

    story = make_story(contribution=piece, person=None, by=editor)

    photos = list(Photo.objects.order_by("pk"))
    assert desk.count("Beeld: Fleur Haan") == 2
    assert [photo.credit for photo in photos] == ["Fleur Haan"] * 2
    assert (photos[0].width, photos[0].rights) == (60, "own")
    assert story.photo == photos[0]
    assert [block.block_type for block in story.body] == ["text", "photo"]
    assert all(default_storage.exists(photo.file.name) for photo in photos)
    assert client.get(f"/cms/pages/{story.pk}/edit/").status_code == 200
    assert not SentPhoto.objects.exists()


def test_the_file_goes_when_its_writer_does(
    client, piece, now, django_capture_on_commit_callbacks
):
    send(client, piece)
    name = SentPhoto.objects.get().file.name
    told = retention.about(WILMA)["Bijdragen"]

    with django_capture_on_commit_callbacks(execute=True):
        retention.erase(email=WILMA, now=now)

    assert "tafel.png (beeld: Fleur Haan)" in told[0]["foto’s"]
    assert not default_storage.exists(name)
    assert not SentPhoto.objects.exists()


def test_who_handed_in_adds_nothing(client, now):
    piece = make_contribution(now=now)

    page = send(client, piece)

    assert "De redactie heeft het stuk nu." in page.text
    assert not SentPhoto.objects.exists()
