"""Sizes of photos: ready before a reader asks for them, made one at a time."""

import re
import threading

import pytest

from home.models import Photo, Rendition
from home.pages.one_at_a_time import in_turn
from home.pages.pictures import (
    A_ROUND,
    CARD,
    SQUARE,
    WIDE,
    bring_renditions,
    make_missing,
)
from home.templatetags.pictures import card_photo, wide_photo
from tests.factories.home import make_photo

pytestmark = pytest.mark.django_db


def test_a_round_makes_what_lacks_and_the_next_one_nothing(now):
    photo = make_photo(size=(60, 40))

    rounds = [make_missing(now=now), make_missing(now=now)]

    assert rounds == [1, 0]
    assert photo.renditions.count() == 3 * len(CARD + SQUARE + WIDE) + 2


def test_a_page_makes_nothing_and_shows_the_whole_photo_until_it_is_made(now):
    photo = make_photo(size=(60, 40))

    before = [card_photo(photo), wide_photo(photo, loading="eager")]
    made_by_the_page = photo.renditions.count()
    make_missing(now=now)
    after = wide_photo(Photo.objects.get(), loading="eager")

    assert made_by_the_page == 0
    assert all(f'src="{photo.file.url}"' in html for html in before)
    assert all('width="60" height="40"' in html for html in before)
    assert (before[1].count("<source"), after.count("<source")) == (0, 2)
    assert 'loading="eager" fetchpriority="high"' in after


def test_a_phone_takes_no_larger_photo_than_it_shows(now):
    make_photo(size=(960, 640))
    make_missing(now=now)
    phone, pixels = 412, 1.75  # as wide as many are, and its pixels to one of ours

    html = card_photo(Photo.objects.get(), variant="first")

    of_the_screen = int(re.search(r", (\d+)vw", html)[1]) / 100
    needed = phone * pixels * of_the_screen
    widths = sorted({int(width) for width in re.findall(r" (\d+)w", html)})
    assert next(width for width in widths if width >= needed) == 720


def test_a_focus_that_moved_makes_new_sizes(now):
    photo = make_photo(size=(60, 40))
    make_missing(now=now)
    photo.focal_point_x = photo.focal_point_y = 10
    photo.focal_point_width = photo.focal_point_height = 5
    photo.save()

    rounds = [make_missing(now=now), make_missing(now=now)]

    assert rounds == [1, 0]
    assert card_photo(Photo.objects.get()).count("<source") == 2


def test_a_photo_stands_in_the_form_in_which_it_was_cut_around_its_focus(now):
    photo = make_photo(size=(60, 40))
    make_missing(now=now)
    forms = {"": "480x320", "first": "480x320", "line": "240x240"}

    def shown():
        photo = Photo.objects.get()
        return {each: first_source(card_photo(photo, variant=each)) for each in forms}

    after = shown()
    photo.renditions.filter(filter_spec__startswith="fill-240").delete()
    photo.renditions.filter(filter_spec__startswith="fill-480x480").delete()
    before = shown()  # of a site that made its sizes when there were no squares

    assert [form in after[each] for each, form in forms.items()] == [True] * 3
    assert ["480x320" in each for each in before.values()] == [True] * 3


def first_source(html: str) -> str:
    return re.search(r'srcset="(\S+)', html)[1]


def test_a_photo_without_its_file_does_not_stop_the_photos_behind_it(now):
    good, lost = make_photo(size=(60, 40)), make_photo(size=(60, 40))
    lost.file.storage.delete(lost.file.name)

    assert make_missing(now=now) == 1
    assert set(Rendition.objects.values_list("image", flat=True)) == {good.pk}


def test_a_photo_that_may_not_be_shown_is_not_tried(now, caplog):
    caplog.set_level("INFO", "home.pages.pictures")
    make_photo(size=(60, 40), withdrawn=True)

    assert make_missing(now=now) == 0
    assert "no file" not in caplog.text


def test_a_round_is_a_handful(now, monkeypatch):
    photos = [make_photo(size=(6, 4)) for _ in range(3)]
    monkeypatch.setattr("home.pages.pictures.A_ROUND", 2)

    rounds = [make_missing(now=now) for _ in range(3)]

    assert (rounds, len(photos), A_ROUND) == ([2, 1, 0], 3, 10)


def test_pictures_that_are_there_cost_one_query(django_assert_num_queries, now):
    for _ in range(2):
        make_photo(size=(60, 40))
    make_missing(now=now)
    photos = list(Photo.objects.all())

    with django_assert_num_queries(1):
        bring_renditions(photos)
        shown = [show(photo) for photo in photos for show in (card_photo, wide_photo)]

    assert all(html.count("<source") == 2 for html in shown)


def test_work_in_turn_is_never_done_twice_at_once():
    at_work, most = [], []

    def work():
        at_work.append(1)
        most.append(len(at_work))
        at_work.pop()

    threads = [threading.Thread(target=in_turn, args=(work,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(most), max(most)) == (8, 1)


def test_work_that_fails_lets_the_next_one_in():
    with pytest.raises(ZeroDivisionError):
        in_turn(lambda: 1 // 0)

    assert in_turn(lambda: 1) == 1
