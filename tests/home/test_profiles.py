"""The pages of persons and organisations: who has one, and what stands on it."""

from datetime import date

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction, ReferenceIndex

from home.models import Organisation, Person
from stories.models import Credit
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db


def make_private(page) -> None:
    PageViewRestriction.objects.create(
        page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )


def test_somebody_without_anything_public_has_no_page(client):
    nobody, hidden, drafted = (make_person(name) for name in ("A", "B", "C"))
    make_private(make_story(by=hidden))
    make_story(by=drafted, live=False)

    found = [client.get(f"/mensen/{each.slug}/") for each in (nobody, hidden, drafted)]

    assert [response.status_code for response in found] == [404, 404, 404]


def test_a_page_tells_who_somebody_is_and_what_they_did(client):
    employer = make_organisation("Vijfhoog")
    lotte = make_person(function="redacteur", organisation=employer, about="Schrijft.")
    story = make_story("Vijf hoog achter", by=lotte)
    story.credits.add(Credit(person=lotte, part=Credit.Part.PICTURE))
    story.save()
    make_story("Van een ander", by=make_person("Pim"))
    make_member(make_group("kwaliteit"), "Els")

    response = client.get(lotte.get_absolute_url())

    html = response.content.decode()
    assert "<h1>Lotte Brandsma</h1>" in html
    assert f'<a href="{employer.get_absolute_url()}">Vijfhoog</a>' in html
    assert "19 november 2026 · tekst en beeld · 1 minuut" in html
    assert "Van een ander" not in html
    assert "Denkt mee in" not in html
    assert '"@type": "ProfilePage"' in html
    assert f'<link rel="canonical" href="{lotte.canonical}">' in html
    assert '<meta property="og:title" content="Lotte Brandsma">' in html


@pytest.mark.usefixtures("references")
def test_a_page_lists_stories_in_which_somebody_speaks(client):
    person = make_person("Naima")
    make_story("Geschreven", by=person)
    quote = {"text": "Ja.", "person": person, "source": ""}
    spoken = make_story("Gesproken", body=[("quote", quote)])
    ReferenceIndex.create_or_update_for_object(spoken)  # the suite notes none by itself
    make_story("Iets anders")

    page = client.get(person.get_absolute_url()).text

    assert [title in page for title in ("Geschreven", "Gesproken")] == [True, True]
    assert "Iets anders" not in page
    assert "2 verhalen" in page


def test_a_member_of_an_open_group_has_a_page_and_of_a_private_one_not(client):
    group = make_group("kwaliteit")
    member = make_member(group, function="trekker").person

    html = client.get(member.get_absolute_url()).content.decode()
    from_the_group = client.get(group.url).content.decode()
    make_private(group)
    afterwards = client.get(member.get_absolute_url())

    assert f'href="{group.url}">Werkgroep Kwaliteit</a>' in html
    assert f'<a href="{member.get_absolute_url()}">Farida Boumans</a>' in from_the_group
    assert afterwards.status_code == 404


def test_an_organisation_shows_facts_people_and_stories(client):
    vijfhoog = make_organisation("Vijfhoog")
    Organisation.objects.filter(pk=vijfhoog.pk).update(
        kind="facilitair", staff="50-249", founded=2010, place="Amersfoort"
    )
    make_story("Over Vijfhoog", organisation=vijfhoog)
    make_story("Door iemand", by=make_person("Els", organisation=vijfhoog))
    make_person("Zonder verhaal", organisation=vijfhoog)

    html = client.get(vijfhoog.get_absolute_url()).content.decode()

    for said in ("Facilitair contactcenter", "50 tot 249", "2010", "Amersfoort"):
        assert f"<dd>{said}</dd>" in html
    assert "Over Vijfhoog" in html
    assert ">Els</a>" in html
    assert "Door iemand" not in html
    assert "Zonder verhaal" not in html
    assert '"foundingDate": "2010"' in html


def test_an_organisation_of_which_nothing_is_told_has_no_page(client):
    silent = make_organisation()
    make_person(organisation=silent)
    make_story(organisation=silent, live=False)

    assert client.get(silent.get_absolute_url()).status_code == 404


def test_every_name_in_a_story_leads_to_a_page(client):
    story = make_story(by=make_person(), organisation=make_organisation("Vijfhoog"))
    by_a_firm = make_organisation("Bureau Tekst")
    story.credits.add(Credit(organisation=by_a_firm, part=Credit.Part.EDITING))
    story.save()

    html = client.get(story.url).content.decode()

    named = [*Person.objects.all(), *Organisation.objects.all()]
    assert len(named) == 3
    for each in named:
        assert f'<a href="{each.get_absolute_url()}">{each.name}</a>' in html
        assert client.get(each.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("what", ["person", "organisation"])
def test_a_page_asks_the_same_with_few_and_with_many(client, what):
    firm = make_organisation()
    lotte = make_person(organisation=firm, photo=make_photo(size=(60, 60)))
    make_member(make_group("kwaliteit"))
    address = {"person": lotte, "organisation": firm}[what].get_absolute_url()

    def one_more(number):
        photo = make_photo(size=(30, 20))
        make_story(by=lotte, photo=photo, organisation=firm)
        make_story(by=make_person(f"Collega {number}", organisation=firm, photo=photo))

    one_more(0)
    few = len(statements(client, address))
    for number in range(1, 10):
        one_more(number)

    many = len(statements(client, address))

    assert few == many <= 11


def test_stories_of_somebody_are_paged(client):
    lotte = make_person()
    for number in range(25):
        make_story(f"Verhaal nummer {number}", by=lotte, date=date(2026, 1, number + 1))

    first, second = (
        client.get(lotte.get_absolute_url(), {"pagina": number}).content.decode()
        for number in (1, 2)
    )

    assert "Verhaal nummer 24<" in first
    assert "Verhaal nummer 0<" not in first
    assert "Verhaal nummer 0<" in second


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_an_old_address_leads_to_the_new_one(client, kind):
    row = {"person": make_person, "organisation": make_organisation}[kind]("Vijfhoog")
    make_story(by=row) if kind == "person" else make_story(organisation=row)
    old = row.get_absolute_url()
    client.force_login(make_user("Redactie"))
    form = {"name": "Vijfhoog", "kind": "inhouse", "slug": "vijf-hoog"}

    client.post(f"/cms/snippets/home/{kind}/edit/{row.pk}/", form)

    row.refresh_from_db()
    assert row.slug == "vijf-hoog"
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, row.get_absolute_url())
    assert client.get(row.get_absolute_url()).status_code == 200


def test_an_editor_who_leaves_the_address_empty_keeps_it(client):
    lotte = make_person(slug="lotte")
    client.force_login(make_user("Redactie"))
    form = {"name": "Lotte B.", "slug": ""}

    client.post(f"/cms/snippets/home/person/edit/{lotte.pk}/", form)

    lotte.refresh_from_db()
    assert (lotte.name, lotte.slug) == ("Lotte B.", "lotte")


def test_the_site_map_names_who_has_a_page(client):
    known, unknown = make_person(), make_person()
    firm = make_organisation()
    make_story(by=known, organisation=firm)

    text = client.get("/sitemap.xml").content.decode()

    assert f"<loc>{known.canonical}</loc>" in text
    assert f"<loc>{firm.canonical}</loc>" in text
    assert unknown.get_absolute_url() not in text


@pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="asks for the plan of SQLite, which read all stories for one name",
)
@pytest.mark.parametrize("model", [Person, Organisation])
def test_who_has_a_page_is_seen_by_their_own_stories(model):
    plan = model.objects.known().explain()

    assert "stories_credit_person_id" in plan
    assert "stories_credit_story_id" not in plan
    assert "stories_storypage_theme" not in plan
