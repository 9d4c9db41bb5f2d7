"""The pages of the working groups, as a reader sees them."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from community.models import OutcomePage
from home.models import Photo
from home.pages.pictures import make_renditions
from home.profiles.rules import Told
from home.profiles.services import change_profile
from tests.factories.community import (
    make_document,
    make_evidence,
    make_group,
    make_index,
    make_member,
    make_outcome,
)
from tests.factories.home import make_photo
from tests.factories.people import make_interest
from tests.factories.points import make_point
from tests.factories.questionnaires import (
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8
OF_A_GROUP = 20  # with the sections of all packages around it
OF_AN_OUTCOME = 10  # with what was said of it, how it stands, and its chain


def queries_of(client, address: str) -> list[str]:
    """What one warm visit asks the database."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def test_the_overview_names_each_group_with_its_question_and_latest_outcome(client):
    group = make_group("kwaliteit", question="Wie toetst er?")
    make_outcome(group, title="Oud", date=date(2026, 1, 1))
    make_outcome(group, title="Nieuw", date=date(2026, 2, 1), status="vastgesteld")
    make_group("mens")

    response = client.get("/werkgroepen/")

    groups = response.context["groups"]
    assert [g.title for g in groups] == ["Kwaliteit", "Mens"]
    assert [getattr(g.latest_outcome, "title", None) for g in groups] == ["Nieuw", None]
    text = response.content.decode()
    assert "Wie toetst er?" in text
    assert "Nog geen uitkomst." in text


def test_an_overview_without_groups_says_so(client):
    make_index()

    response = client.get("/werkgroepen/")

    assert "Er zijn nog geen werkgroepen" in response.content.decode()


def test_a_group_page_shows_question_members_and_outcomes_newest_first(client):
    group = make_group("imago", question="Wat gaat er goed?", frame="<p>Daarom.</p>")
    make_member(group, "Pim Ravesloot", function="trekker", role="planner, bank")
    make_member(group, "Els Dijkman")
    make_outcome(group, title="Eerste", date=date(2026, 1, 1))
    make_outcome(group, title="Tweede", date=date(2026, 2, 1))

    response = client.get("/werkgroepen/imago/")

    text = response.content.decode()
    assert '<body data-theme="imago">' in text
    assert "Werkgroep Imago | Een Nieuw Geluid" in text
    assert "Wat gaat er goed?" in text
    assert "<p>Daarom.</p>" in text
    assert "trekker, planner, bank" in text
    assert [outcome.title for outcome in response.context["outcomes"]] == [
        "Tweede",
        "Eerste",
    ]


@pytest.mark.parametrize(
    ("told", "shown"),
    [({"pseudonym": "De Uil"}, "De Uil"), ({"visibility": "leden"}, "Naam bij ons")],
)
def test_of_a_member_without_their_own_name_no_work_is_told(client, told, shown):
    group = make_group("imago")
    iris = make_member(group, "Iris Blom", function="trekker", role="planner, Trapgoed")
    make_member(make_group("mens"), "Pim").person.memberships.update(person=iris.person)
    told = Told(name="Iris Blom", function="baas", **told)
    person = change_profile(person=iris.person, told=told)

    pages = ["/werkgroepen/imago/", "/werkgroepen/mens/", person.get_absolute_url()]
    imago, mens, own = (client.get(page).content.decode() for page in pages)

    assert shown in imago
    assert "trekker" in imago
    assert "planner" not in imago + own
    assert shown in mens
    assert "baas" not in imago + mens


def test_a_group_without_outcomes_says_what_is_coming(client):
    make_group("mens")

    response = client.get("/werkgroepen/mens/")

    assert "Er is nog geen uitkomst" in response.content.decode()


def test_what_is_not_published_or_not_public_is_in_no_list(client):
    group = make_group("mens")
    make_outcome(group, title="Kladje", live=False)
    hidden = make_outcome(group, title="Besloten")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    listed = client.get("/werkgroepen/mens/").context["outcomes"]
    card = client.get("/werkgroepen/").context["groups"][0]

    assert list(listed) == []
    assert card.latest_outcome is None


@pytest.mark.parametrize("status", ["concept", "vastgesteld"])
def test_an_outcome_shows_the_way_from_question_to_evidence(client, status):
    group = make_group("kwaliteit")
    outcome = make_outcome(
        group, title="Een merk", slug="een-merk", version="0.3", status=status
    )
    make_evidence(outcome, title="Vijf merken", note="pdf, 14 pagina’s")

    response = client.get("/werkgroepen/kwaliteit/een-merk/")

    text = response.content.decode()
    main = text.split("<main")[1]
    places = [
        main.index(part)
        for part in (
            "Inzicht, uitkomst 1, versie 0.3, 18 november 2026",
            "Kort en goed.",
            "Wat ontbreekt er?",
            "We vroegen het na.",
            "Het gevolg ontbreekt.",
            '<a href="https://voorbeeld.example/">Vijf merken</a>',
            "pdf, 14 pagina’s",
        )
    ]
    assert places == sorted(places)
    assert f'aria-current="step">{status.capitalize()}<' in text
    assert '<body data-theme="kwaliteit">' in text
    assert "Reageren k" not in text


@pytest.mark.parametrize(
    ("until", "sentence", "heading"),
    [
        (date(2999, 12, 14), "Reageren kan tot en met", "Wat vind jij?"),
        (date(2020, 12, 14), "Reageren kon tot en met", "De groep is aan zet"),
    ],
)
def test_a_consultation_says_until_when(client, until, sentence, heading):
    outcome = make_outcome(
        make_group(), slug="norm", status="consultatie", consultation_until=until
    )

    text = client.get(outcome.url).content.decode()

    assert sentence in text
    assert heading in text
    assert 'aria-current="step">In consultatie<' in text


def test_an_outcome_of_who_left_looks_for_a_new_owner(client):
    group = make_group()
    place = make_member(group, "Els Dijkman")
    outcome = make_outcome(group, responsible=place.person, next_step="Proberen.")
    before = client.get(outcome.url).content.decode()
    make_interest(place.person)
    declared = client.get(outcome.url).content.decode()
    place.until = date(2020, 1, 1)
    place.save()

    after = client.get(outcome.url).content.decode()

    assert "<dd>Els Dijkman</dd>" in before
    assert "<dd>Els Dijkman (belang: adviseur, Belco)</dd>" in declared
    assert "<dd>Proberen.</dd>" in before
    assert "<dd>we zoeken een nieuwe eigenaar</dd>" in after
    assert list(OutcomePage.objects.without_owner(date(2026, 1, 1))) == [outcome]


def test_an_outcome_without_evidence_says_so(client):
    outcome = make_outcome(make_group())

    text = client.get(outcome.url).content.decode()

    assert "De groep noemt nog geen bronnen." in text


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        ("", 12),
        ("1", 12),
        ("2", 1),
        ("99", 1),  # past the end: the last
        ("abc", 12),
        ("-1", 1),
        ("%F0%9F%99%82", 12),
        ("9" * 10_000, 12),  # more digits than Python reads as a number
    ],
)
def test_a_long_list_comes_in_pages(client, page, titles):
    group = make_group("mens")
    for _ in range(13):
        make_outcome(group)

    response = client.get(f"/werkgroepen/mens/?pagina={page}")

    assert response.status_code == 200
    assert len(response.context["outcomes"]) == titles


def test_many_members_have_a_page_of_their_own(client):
    group = make_group("mens")
    for number in range(10):
        make_member(group, f"Lid {number}")
    make_member(group, "Ilse van Dam", function="trekker")

    shown = client.get("/werkgroepen/mens/")
    all_of_them = client.get("/werkgroepen/mens/leden/")

    names = [member["name"] for member in shown.context["members"]]
    assert names == ["Ilse van Dam", *(f"Lid {number}" for number in range(7))]
    assert '<a href="/werkgroepen/mens/leden/">Alle 11 leden</a>' in (
        shown.content.decode()
    )
    assert len(all_of_them.context["members"]) == 11


def test_a_member_has_a_photo_or_a_voice_print(client):
    group = make_group("mens")
    make_member(group, "Met foto", photo=make_photo(size=(60, 40)))
    make_renditions(Photo.objects.get())
    make_member(group, "Zonder foto")

    text = client.get("/werkgroepen/mens/").content.decode()

    people = text.split('<ul role="list" class="people">')[1].split("</ul>")[0]
    assert people.count("<img") == 1
    assert people.count('class="voice-print"') == 1


def test_more_of_everything_asks_no_more_of_the_database(client, now):
    group = make_group("kwaliteit")

    def grow(number):
        for _ in range(number):
            make_evidence(make_outcome(group))
            make_evidence(outcome, link="", document=make_document())
            make_member(group, photo=make_photo(size=(200, 100)))
            make_point(group, now=now)
            make_answers(make_response(asked, now=now), question, "Zo.")

    outcome, asked = make_outcome(group), make_questionnaire(group, now=now)
    question = make_question(asked)
    addresses = ["/werkgroepen/", "/werkgroepen/kwaliteit/", outcome.url]
    grow(1)
    few = {address: queries_of(client, address) for address in addresses}
    grow(5)
    make_group("mens")
    many = {address: queries_of(client, address) for address in addresses}

    assert {a: len(many[a]) for a in addresses} == {a: len(few[a]) for a in addresses}
    bars = [MOST_QUERIES, OF_A_GROUP, OF_AN_OUTCOME]
    for address, most in zip(addresses, bars, strict=True):
        assert len(many[address]) <= most, (address, many[address])
        assert len(set(many[address])) == len(many[address]), (address, many[address])


def test_portraits_come_together_also_when_no_cache_knows_them(client):
    group = make_group("kwaliteit")

    def visit_cold():
        client.get("/werkgroepen/kwaliteit/")  # draws what is not there yet
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get("/werkgroepen/kwaliteit/")
        return len(captured)

    make_member(group, photo=make_photo(size=(200, 100)))
    one = visit_cold()
    for _ in range(4):
        make_member(group, photo=make_photo(size=(200, 100)))

    assert visit_cold() == one


def test_the_menu_has_the_mark_while_everybody_may_read_about_it(client):
    page = make_group("mens").url
    before = client.get(page).text
    kwaliteit = make_group("kwaliteit")
    there = client.get(page).text
    PageViewRestriction.objects.create(page=kwaliteit, restriction_type="login")
    closed = client.get(page).text

    link = '<a href="/werkgroepen/kwaliteit/">Keurmerk</a>'
    assert [link in text for text in (before, there, closed)] == [False, True, False]


def test_the_front_page_gets_the_groups_in_two_queries(django_assert_num_queries):
    for slug in ("kwaliteit", "imago", "mens"):
        make_outcome(make_group(slug), title=f"Van {slug}", status="vastgesteld")
    template = Template(
        "{% load community %}{% working_groups as groups %}"
        "{% for g in groups %}{{ g.title }} {{ g.theme.slug }} {{ g.url }}: "
        "{{ g.latest_outcome.title }}, {{ g.latest_outcome.get_status_display }} "
        "{{ g.latest_outcome.url }}\n{% endfor %}"
    )
    template.render(Context())

    with django_assert_num_queries(2):
        text = template.render(Context())

    assert text == (
        "Kwaliteit kwaliteit /werkgroepen/kwaliteit/: "
        "Van kwaliteit, vastgesteld /werkgroepen/kwaliteit/van-kwaliteit/\n"
        "Imago imago /werkgroepen/imago/: "
        "Van imago, vastgesteld /werkgroepen/imago/van-imago/\n"
        "Mens mens /werkgroepen/mens/: "
        "Van mens, vastgesteld /werkgroepen/mens/van-mens/\n"
    )
