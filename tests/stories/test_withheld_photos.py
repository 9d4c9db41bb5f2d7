"""Photos of people who did not agree (any more): gone from pages, and from the disk."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from home.mail.services import pay_owed_mail
from home.models import Photo
from home.pages.pictures import make_renditions
from home.pages.withholding import follow_consent
from stories.photos.services import remind_of_consent
from tests.asked import statements
from tests.factories.home import make_photo
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 19)
SMALL = (60, 40)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, True),
        ({"consent": "given"}, True),
        ({"consent": "not_needed"}, True),
        ({"consent": "refused"}, False),
        ({"withdrawn": True}, False),
        ({"consent": "given", "consent_until": TODAY}, True),  # that day is included
        ({"consent": "given", "consent_until": TODAY - timedelta(days=1)}, False),
        ({"withdrawn": True, "consent": "given"}, False),
    ],
)
def test_who_may_be_shown_is_the_same_for_one_and_for_many(fields, shown):
    photo = make_photo(size=SMALL, **fields)

    assert photo.may_be_shown(TODAY) is shown
    assert Photo.objects.shown(TODAY).exists() is shown
    assert Photo.objects.withheld(TODAY).exists() is not shown


def test_a_photo_that_was_taken_back_is_off_all_pages_at_once(client):
    photo = make_photo(size=SMALL)
    body = [("photo", {"photo": photo, "caption": "Aan de koffietafel"})]
    story = make_story("Met foto", photo=photo, body=body)
    index = story.get_parent()
    assert "<picture>" in client.get(index.url).content.decode()

    Photo.objects.update(withdrawn=True)

    html = client.get(story.url).content.decode()
    assert "<picture>" not in html
    assert "Fleur Adema" not in html
    assert "Aan de koffietafel" not in html
    assert f"http://testserver/beeld/{story.pk}/" in html  # shared with its drawing
    listed = client.get(index.url).content.decode()
    assert "<picture>" not in listed
    assert re.search(r'<article class="story.*?<svg', listed, re.DOTALL)


def test_a_photo_in_a_story_asks_no_more_for_its_consent(client):
    story = make_story(photo=make_photo(size=SMALL))
    for _ in range(3):
        make_story(photo=make_photo(size=SMALL))
    make_renditions(story.photo)

    asked = statements(client, story.url)

    assert not [sql for sql in asked if sql.startswith('SELECT "home_photo"."id"')]


def test_its_file_is_not_served_any_more_and_comes_back_unharmed(
    client, now, django_capture_on_commit_callbacks
):
    photo = make_photo(size=SMALL)
    make_renditions(photo)
    original = photo.file.name
    sizes = [rendition.file.name for rendition in photo.renditions.all()]
    before = Path(default_storage.path(original)).read_bytes()
    Photo.objects.update(withdrawn=True)

    with django_capture_on_commit_callbacks(execute=True):
        assert follow_consent(now=now) == 1

    for name in [original, *sizes]:
        assert client.get(f"/media/{name}").status_code == 404
    away = Photo.objects.get().file.name
    assert client.get(f"/media/{away}").status_code == 404

    Photo.objects.update(withdrawn=False)
    with django_capture_on_commit_callbacks(execute=True):
        assert follow_consent(now=now) == 1
        assert follow_consent(now=now) == 0

    back = Photo.objects.get()
    assert back.file.name == original
    assert Path(default_storage.path(original)).read_bytes() == before
    assert not default_storage.exists(away)


def test_consent_that_ended_yesterday_takes_the_file_away_today(now):
    make_photo(size=SMALL, consent="given", consent_until=timezone.localdate(now))

    assert follow_consent(now=now) == 0
    assert follow_consent(now=now + timedelta(days=1)) == 1


def test_a_photo_whose_file_is_gone_stops_nothing(now):
    photo = make_photo(size=SMALL, withdrawn=True)
    photo.file.storage.delete(photo.file.name)

    assert follow_consent(now=now) == 1
    assert follow_consent(now=now) == 0


def test_a_photo_that_does_not_move_keeps_no_other_in_sight(now):
    stuck, other = (make_photo(size=SMALL, withdrawn=True) for _ in range(2))
    folder = Path(stuck.file.name).parent
    Photo.objects.filter(pk=stuck.pk).update(file=folder)  # a folder is no file

    moved = follow_consent(now=now)

    other.refresh_from_db()
    assert moved == 1
    assert other.file.name.startswith("teruggehouden/")


def test_where_it_goes_nobody_guesses(now):
    for _ in range(2):
        make_photo(size=SMALL, withdrawn=True)

    follow_consent(now=now)

    folders = [Path(photo.file.name).parent for photo in Photo.objects.all()]
    assert [len(folder.name) for folder in folders] == [16, 16]
    assert folders[0] != folders[1]


def test_a_long_name_still_fits_where_the_photo_goes(now):
    photo = make_photo(size=SMALL, withdrawn=True)
    longest = Photo._meta.get_field("file").max_length
    folder, name = photo.file.name.split("/")
    long = f"{folder}/{name:a>{longest - len(folder) - 1}}"
    Path(photo.file.path).rename(default_storage.path(long))
    Photo.objects.update(file=long)

    follow_consent(now=now)

    away = Photo.objects.get().file.name
    assert len(away) <= longest
    assert default_storage.exists(away)


def test_a_file_stays_until_the_row_names_its_new_place(now):
    photo = make_photo(size=SMALL, withdrawn=True)

    with transaction.atomic():
        follow_consent(now=now)
        transaction.set_rollback(True)

    photo.refresh_from_db()
    assert default_storage.exists(photo.file.name)


def photo_form(**changes) -> dict:
    given = {
        "title": "Aan tafel",
        "credit": "Fleur Adema",
        "description": "",
        "note": "",
    }
    return {**given, "taken_on": "", "rights": "", "consent": "", **changes}


def test_an_editor_takes_a_photo_back(
    client, editor, django_capture_on_commit_callbacks
):
    photo = make_photo(size=SMALL)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtailimages:edit", args=[photo.pk]), photo_form(withdrawn="on")
        )

    photo.refresh_from_db()
    assert photo.withdrawn is True
    assert photo.file.name.startswith("teruggehouden/")
    assert client.get(reverse("wagtailimages:index")).status_code == 200
    assert client.get(reverse("wagtailimages:edit", args=[photo.pk])).status_code == 200
    assert not photo.renditions.exists()  # its lists make none to look at


def test_a_frame_goes_with_the_picture_it_was_drawn_on(client, editor):
    frame = {"focal_point_x": 30, "focal_point_y": 20}
    frame |= {"focal_point_width": 9, "focal_point_height": 9}
    photo = make_photo(size=SMALL, **frame)
    address = reverse("wagtailimages:edit", args=[photo.pk])
    other = make_photo(size=(20, 30))

    client.post(address, photo_form(**frame))
    kept = Photo.objects.get(pk=photo.pk)
    with other.file.open() as file:
        client.post(address, photo_form(file=file, **frame))
    replaced = Photo.objects.get(pk=photo.pk)

    assert (kept.focal_point_x, kept.width) == (30, 60)
    assert (replaced.has_focal_point(), replaced.width) == (False, 20)


def test_only_consent_that_was_given_ends(client, editor):
    photo = make_photo(size=SMALL)

    response = client.post(
        reverse("wagtailimages:edit", args=[photo.pk]),
        photo_form(consent="not_needed", consent_until="2026-12-01"),
    )

    assert set(response.context["form"].errors) == {"consent_until"}


def test_the_report_lists_what_ends_soon_and_what_is_withheld(client, editor):
    today = timezone.localdate()
    for title, fields in {
        "Later": {"consent": "given", "consent_until": today + timedelta(days=61)},
        "Binnenkort": {"consent": "given", "consent_until": today + timedelta(days=60)},
        "Voorbij": {"consent": "given", "consent_until": today - timedelta(days=1)},
        "Nee": {"consent": "refused"},
        "Gewoon": {},
    }.items():
        make_photo(size=SMALL, title=title, **fields)

    response = client.get(reverse("photo_consent_report"))

    titles = {photo.title for photo in response.context["object_list"]}
    assert titles == {"Binnenkort", "Voorbij", "Nee"}
    assert reverse("photo_consent_report") in client.get("/cms/").text


def test_the_report_goes_to_a_spreadsheet_in_dutch(client, editor):
    make_photo(size=SMALL, title="Nee", credit="+31 Beeld", consent="refused")

    file = client.get(reverse("photo_consent_report"), {"export": "csv"})

    lines = file.getvalue().decode("utf-8-sig").splitlines()
    words = "Titel,Beeld,Toestemming,Toestemming tot en met,Teruggetrokken"
    assert lines == [words, "Nee,'+31 Beeld,nee,,nee"]


def test_a_stranger_does_not_see_the_report(client):
    assert client.get(reverse("photo_consent_report")).status_code == 302


def test_the_chiefs_hear_once_that_consent_ends(
    now, mailoutbox, django_capture_on_commit_callbacks
):
    chief = make_user("Eindredactie")
    chief.email = "chef@voorbeeld.example"
    chief.save()
    today = timezone.localdate()
    make_photo(
        size=SMALL,
        title="Aan tafel",
        consent="given",
        consent_until=today + timedelta(days=30),
    )
    make_photo(size=SMALL, consent="given", consent_until=today + timedelta(days=31))

    for _ in range(2):
        remind_of_consent(now=timezone.now())
        pay_owed_mail(now=timezone.now() + timedelta(seconds=1))

    [mail] = mailoutbox
    assert mail.to == ["chef@voorbeeld.example"]
    assert mail.subject == "Toestemming voor ‘Aan tafel’ loopt af"
