"""Lists in the back office that tell, and that make themselves shorter."""

import csv
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from stories.models import StoryPage
from tests.asked import statements
from tests.factories.home import make_person
from tests.factories.stories import make_series, make_story

pytestmark = pytest.mark.django_db


def titles(response) -> set[str]:
    return {page.title for page in response.context["object_list"]}


def test_the_list_names_the_authors(client, editor):
    make_story("Een", by=make_person("Lotte Brandsma"))

    html = client.get("/cms/verhalen/").text

    assert ">Lotte Brandsma<" in "".join(line.strip() for line in html.splitlines())


@pytest.fixture
def stories():
    series, lotte = make_series("Kloppend Hart"), make_person("Lotte")
    make_story("Column", kind="column", date="2026-01-10")
    make_story("Concept", live=False)
    later = make_story("Later", live=False)
    later.go_live_at = timezone.now() + timedelta(days=1)
    later.save_revision().publish()
    make_story("Anders").save_revision(clean=False)
    make_story("Reeks", series=series)
    make_story("Van Lotte", by=lotte)
    handed_in = make_story("Ingeleverd", live=False)
    handed_in.save_revision()
    handed_in.get_workflow().start(handed_in, User.objects.create_user("schrijver"))
    return {"series": series.pk, "lotte": lotte.pk}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "column"}, {"Column"}),
        ({"state": "draft"}, {"Concept", "Ingeleverd"}),
        ({"state": "submitted"}, {"Ingeleverd"}),
        ({"state": "scheduled"}, {"Later"}),
        ({"state": "changed"}, {"Anders"}),
        ({"state": "live"}, {"Anders", "Column", "Reeks", "Van Lotte"}),
        ({"series": "series"}, {"Reeks"}),
        ({"author": "lotte"}, {"Van Lotte"}),
        ({"date_from": "2026-01-01", "date_to": "2026-02-01"}, {"Column"}),
    ],
)
def test_the_list_is_made_shorter(client, editor, stories, asked, found):
    asked = {name: stories.get(value, value) for name, value in asked.items()}

    response = client.get("/cms/verhalen/", asked)

    assert titles(response) == found


def of_ours(client) -> int:
    """Wagtail itself looks at the pages below each row."""
    asked = statements(client, "/cms/verhalen/")
    return sum(sql.startswith(('SELECT "stories_', 'SELECT "home_')) for sql in asked)


def test_a_longer_list_asks_no_more_of_our_tables(client, editor):
    make_story(by=make_person(), series=make_series())
    one = of_ours(client)
    for _ in range(4):
        make_story(by=make_person(), series=make_series())

    assert of_ours(client) == one


def test_a_story_without_a_name_is_reported(client, editor):
    make_story("Met", by=make_person())
    make_story("Zonder")
    make_story("Concept", live=False)

    report = reverse("uncredited_report")
    file = client.get(report, {"export": "xlsx"})
    assert titles(client.get(report)) == {"Zonder"}
    assert load_workbook(BytesIO(file.getvalue())).sheetnames == ["Overzicht"]


def test_what_a_writer_typed_is_no_formula_in_a_report(client, editor):
    story = make_story('=HYPERLINK("http://x.example")', kind="nieuws")
    noon = datetime(2026, 11, 19, 11, 0, tzinfo=UTC)
    StoryPage.objects.filter(pk=story.pk).update(last_published_at=noon)

    file = client.get(reverse("uncredited_report"), {"export": "csv"})

    rows = list(csv.reader(file.getvalue().decode("utf-8-sig").splitlines()))
    title = """'=HYPERLINK("http://x.example")"""
    assert rows[1:] == [[title, "nieuws", "2026-11-19", "2026-11-19 12:00:00"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [({}, {"Oud"}), ({"months": 6}, {"Oud", "Half"}), ({"months": 36}, set())],
)
def test_a_story_that_nobody_touched_for_long_is_reported(client, editor, asked, found):
    now = timezone.now()
    for title, days in {"Oud": 400, "Half": 200, "Nieuw": 1}.items():
        story = make_story(title)
        StoryPage.objects.filter(pk=story.pk).update(
            last_published_at=now - timedelta(days=days)
        )

    assert titles(client.get(reverse("ageing_report"), asked)) == found


@pytest.mark.parametrize("name", ["uncredited_report", "ageing_report"])
def test_a_report_is_for_who_works_on_stories(client, name):
    make_story()
    assert client.get(reverse(name)).status_code == 302  # nobody
    stranger = User.objects.create_user("trekker")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    response = client.get(reverse(name))

    assert response.status_code == 302 or titles(response) == set()
