"""What visitors see of the points, and how they speak up."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from community.models import Point, PointReport, Support
from community.points.views import A_PAGE
from home.models import Confirmation, Person
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.home import make_person
from tests.factories.people import make_account, make_interest
from tests.factories.points import make_point, make_support

pytestmark = pytest.mark.django_db
WISH = {"title": "Bel terug wie wachtte", "name": "Wilma", "email": "w@x.example"}
LIST = "/werkgroepen/kwaliteit/punten/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def member(client, now):
    user = make_account(now, "ruud@voorbeeld.example")
    client.force_login(user)
    return user


def page_of(point) -> str:
    return f"/verbeterpunten/{point.pk}/"


def test_the_list_asks_the_same_of_the_database_however_long(client, group, now):
    addresses = ["/verbeterpunten/", LIST]
    make_point(group, now=now)
    few = [len(statements(client, each)) for each in addresses]
    for number in range(25):
        make_point(group, now=now, title=f"Punt {number}")

    assert [len(statements(client, each)) for each in addresses] == few
    assert max(few) <= 8
    assert "Pagina 1 van 2" in client.get(LIST).text


def test_the_list_is_narrowed_down(client, group, now):
    make_point(group, now=now, title="Gekozen punt", status="gekozen")
    make_point(group, now=now, title="Ander punt")
    make_point(make_group("mens"), now=now, title="Punt over mensen")
    make_point(group, now=now, title="Nog niet gelezen", state="waiting")

    def shown(**asked):
        text = client.get("/verbeterpunten/", asked).text
        points = ("Gekozen punt", "Ander punt", "Punt over mensen", "Nog niet gelezen")
        return [title for title in points if title in text]

    assert shown() == ["Gekozen punt", "Ander punt", "Punt over mensen"]
    assert shown(thema="mens") == ["Punt over mensen"]
    assert shown(stand="gekozen") == ["Gekozen punt"]
    assert shown(stand="quatsch", thema="x", pagina="x") == shown()
    both = {"stand": "gekozen", "volgorde": "nieuw"}
    text = client.get("/verbeterpunten/", both).text
    assert '">: gekozen, Nieuwste eerst</span></span></summary>' in text


@pytest.mark.usefixtures("group")
def test_from_the_list_of_all_groups_a_point_goes_to_one_of_them(client):
    page = client.get("/verbeterpunten/").text

    assert 'href="/werkgroepen/kwaliteit/punten/indienen/">Kwaliteit</a>' in page


def test_most_support_comes_first_unless_asked_otherwise(client, group, now):
    old, new = (make_point(group, now=now, title=each) for each in ("Oud", "Nieuw"))
    make_support(old, "els@voorbeeld.example", now=now)

    def order(**asked):
        text = client.get(LIST, asked).text
        return text.index(page_of(old)) < text.index(page_of(new))

    assert order()
    assert not order(volgorde="nieuw")


def test_the_page_of_a_point_says_what_came_of_it(client, group, now):
    into = make_point(group, now=now, title="Samen", status="gekozen", answer="Doen.")
    part = make_point(
        group, now=now, title="Deel", status="gebundeld", merged_into=into
    )

    answer = client.get(page_of(part))

    assert answer.url == f"{page_of(into)}#punt-{part.pk}"
    text = client.get(answer.url).text
    assert all(word in text for word in ("Samen", "gekozen", "Doen.", "Deel"))


def test_of_a_hidden_point_the_reason_stays(client, group, now):
    hidden = make_point(
        group, now=now, title="Koop nu", state="hidden", shown_at=now, ground="advert"
    )
    never = make_point(group, now=now, state="hidden", ground="advert")

    text = client.get(page_of(hidden)).text

    assert "reclame" in text
    assert "Koop nu" not in text
    client.force_login(get_user_model().objects.create_user("omar"))
    follow = client.get(reverse("follow", args=["verbeterpunt", hidden.pk])).text
    assert "Een verborgen punt" in follow
    assert "Koop nu" not in follow
    assert client.get(page_of(never)).status_code == 404


def test_points_of_a_group_that_is_not_public_are_not_there(client, group, now):
    point = make_point(group, now=now)
    group.unpublish()

    assert client.get(page_of(point)).status_code == 404
    assert client.get(LIST).status_code == 404
    assert str(point) not in client.get("/verbeterpunten/").text


def test_the_sitemap_has_what_can_be_read(client, group, now):
    shown = make_point(group, now=now)
    hidden = make_point(group, now=now, state="hidden", shown_at=now, ground="advert")

    sitemap = client.get("/sitemap.xml").text

    assert [page_of(each) in sitemap for each in (shown, hidden)] == [True, False]


def test_anybody_hands_in_a_point_without_a_cookie(group):
    stranger = Client(enforce_csrf_checks=True)

    answer = stranger.post(f"{LIST}indienen/", WISH)

    assert answer.url == f"{LIST}indienen/?verstuurd=1"
    assert "Kijk in je mail" in stranger.get(answer.url).text
    pressed = stranger.post(f"/bevestigen/{Confirmation.objects.get().token}/")
    assert "Een trekker leest het eerst" in stranger.get(pressed.url).text


def test_what_lacks_is_said_and_what_was_typed_stays(client, group):
    answer = client.post(f"{LIST}indienen/", {"text": "Daarom."})

    assert answer.status_code == 422
    assert "Schrijf in één zin" in answer.text
    assert "Daarom." in answer.text
    assert not Point.objects.exists()


def test_a_member_hands_in_and_supports_with_one_click(client, member, group, now):
    other = make_point(group, now=now)

    answer = client.post(f"{LIST}indienen/", {"title": "Meer tijd"})
    supported = client.post(f"{page_of(other)}steun/")

    assert answer.url == f"{LIST}?wacht=1"
    assert "Jij steunt dit punt" in client.get(supported.url).text
    client.post(f"{page_of(other)}steun/", {"terug": "1"})
    assert not Support.objects.exists()
    assert Point.objects.latest("pk").reader.email == "ruud@voorbeeld.example"


def test_what_hangs_on_a_login_needs_its_token(group, now):
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(make_account(now))

    answer = guarded.post(f"{page_of(make_point(group, now=now))}steun/")

    assert (answer.status_code, Support.objects.count()) == (403, 0)


def test_an_address_that_nobody_confirmed_is_no_member(client, group, now):
    typed_in = get_user_model().objects.create_user("ruud", "els@x.example")
    make_member(group, "Ruud Smit", user=typed_in)
    client.force_login(typed_in)
    point = make_point(group, now=now)

    supported = client.post(f"{page_of(point)}steun/")
    asked = client.post(f"{page_of(point)}steun/", {"email": "ruud@x.example"})
    handed_in = client.post(f"{LIST}indienen/", WISH | {"name": "Ruud Smit"})

    assert (supported.status_code, asked.status_code) == (422, 302)
    assert handed_in.url == f"{LIST}indienen/?verstuurd=1"
    assert not Support.objects.given().exists()
    handed = Point.objects.latest("pk")
    assert (handed.state, handed.person) == (Point.State.ASKED, None)
    mailed = Confirmation.objects.values_list("reader__email", flat=True)
    assert list(mailed.order_by("pk")) == ["ruud@x.example", "w@x.example"]


def test_a_stranger_supports_by_a_click_in_a_mail(client, group, now):
    point = make_point(group, now=now)

    answer = client.post(f"{page_of(point)}steun/", {"email": "els@x.example"})

    assert "telt je steun mee" in client.get(answer.url).text
    pressed = client.post(f"/bevestigen/{Confirmation.objects.get().token}/")
    text = client.get(pressed.url).text
    assert "Je steun telt mee" in text
    assert "<b>1</b> vakgenoot steunt" in text


def test_an_address_that_is_none_is_said_at_the_field(client, group, now):
    point = make_point(group, now=now)

    answer = client.post(f"{page_of(point)}steun/", {"email": "els"})

    assert answer.status_code == 422
    assert "Dit is geen e-mailadres" in answer.text


def test_a_point_is_reported_without_a_name(client, group, now):
    point = make_point(group, now=now)

    answer = client.post(f"{page_of(point)}melden/", {"ground": "advert"})

    assert "Dank" in client.get(answer.url).text
    assert PointReport.objects.get().point == point


def test_what_went_in_is_paged_and_its_writer_declares(client, group, now):
    person = make_person("Wilma")
    make_interest(person, "adviseur", with_whom="Belco")
    point = make_point(group, now=now)
    merged = [
        make_point(group, now=now, person=person, status="gebundeld", merged_into=point)
        for _ in range(A_PAGE + 1)
    ]

    first, last = client.get(page_of(point)), client.get(page_of(merged[-1]))

    assert first.text.count("(belang: adviseur, Belco)") == A_PAGE
    assert merged[-1].anchor not in first.text
    assert last.url == f"{page_of(point)}?pagina=2#{merged[-1].anchor}"
    assert f'id="{merged[-1].anchor}"' in client.get(last.url).text


def test_a_pseudonym_is_not_tied_to_the_name_that_stands_there(client, group, now):
    person = make_person("Wilma")
    make_interest(person, since=date(2020, 1, 1))
    point = make_point(group, now=now, person=person)
    before = client.get(page_of(point)).text
    Person.objects.update(name="De Uil", pseudonym="De Uil", own_name="Wilma")

    after = client.get(page_of(point)).text

    assert "(belang:" in before
    assert "(belang:" not in after
    assert person.get_absolute_url() not in after
