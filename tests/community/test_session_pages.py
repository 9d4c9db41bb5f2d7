"""The page of a session, signing up, one's own page, and the lead's screens."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.models import Registration, Session, SessionPage
from community.sessions.registration.services import set_capacity
from community.sessions.session_page.structured_data import of_session
from home.models import Confirmation, Reader, Role
from home.structured_data import SITE
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.events import make_agenda, make_event, make_event_page
from tests.factories.sessions import (
    make_campfire,
    make_registration,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db
FORM = {"name": "Wilma", "email": "wilma@voorbeeld.example", "why": "leren"}
KIND = {"format": "werksessie", "form": "online", "capacity": "16"}
PLAN = {
    **KIND,
    "title": "Aan het vuur",
    "lead": "Wie bepaalt het rooster?",
    "starts_at": "2027-03-10T20:00",
    "ends_at": "2027-03-10T21:30",
}


@pytest.fixture
def session():
    """In the group Mens, in two weeks."""
    return make_campfire(now=timezone.now(), group=make_group("mens"))


@pytest.fixture
def leader(client, session):
    """Signed in; they pull the group of the session."""
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    client.force_login(user)
    return user


def sign_up_address(session) -> str:
    return reverse("sign_up", args=[page_of(session).slug])


def test_the_page_says_what_a_campfire_is_about_and_who_decides(client, session):
    page = client.get(page_of(session).url).content.decode()

    said = ["Wie bepaalt het rooster?", "Wie besluit:</b> Ilse", "nog 16 van 16"]
    assert [words in page for words in said] == [True] * 3
    assert session.link not in page
    assert '"@type": "Event"' in page


def test_the_agenda_has_events_and_sessions_in_one_order(client, session):
    soon = make_event(starts_at=timezone.now() + timedelta(days=3))
    make_event_page(event=soon, title="Hackathon")
    over = make_session(now=timezone.now(), title="Toen")
    Session.objects.filter(pk=over.pk).update(
        starts_at=timezone.now() - timedelta(days=2),
        ends_at=timezone.now() - timedelta(days=1),
    )

    context = client.get("/agenda/").context

    assert [page.title for page in context["upcoming"]] == [
        "Hackathon",
        "Wie luistert er?",
    ]
    assert [(line.title, line.url) for line in context["past"]] == [
        ("Toen", "/agenda/toen/")
    ]


def test_the_agenda_asks_as_little_for_many_sessions_as_for_few(client):
    now = timezone.now()
    make_session(now=now)
    few = statements(client, "/agenda/")
    for number in range(5):
        make_registration(make_session(now=now, title=f"Nog {number}"), now=now)

    many = statements(client, "/agenda/")

    assert len(many) == len(few) <= 8


def test_a_private_or_unpublished_session_takes_nobody(client, session):
    page = page_of(session)
    page.unpublish()
    hidden = client.get(sign_up_address(session)).status_code
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    private = client.get(sign_up_address(session)).status_code

    assert (hidden, private) == (404, 404)


def test_a_private_group_is_named_nowhere_and_plans_nothing(client, session, leader):
    page, desk = page_of(session), reverse("session_desk", args=[page_of(session).slug])
    made = {**PLAN, "group": session.group.pk}
    restricted = PageViewRestriction.objects.create(
        page=session.group.page_ptr, restriction_type="login"
    )

    planned = client.post(reverse("plan_session"), made)
    shown = [client.get(each).text for each in (page.url, "/agenda/")]

    assert planned.status_code == 403
    assert client.get(desk).status_code == 200
    assert [page.title in text for text in shown] == [True, True]
    assert ["Kampvuur van" in text for text in shown] == [False, False]
    assert of_session(page)["@graph"][0]["organizer"] == SITE
    restricted.delete()
    again = [client.get(each).text for each in (page.url, "/agenda/")]
    assert ["Kampvuur van" in text for text in again] == [True, True]


def test_a_visitor_signs_up_and_confirms(client, session):
    role = Role.objects.first()
    sent = client.post(sign_up_address(session), {**FORM, "role": role.pk})
    asked = Confirmation.objects.get()

    own = client.post(reverse("confirm", args=[asked.token]))

    registration = Registration.objects.get()
    assert sent.headers["Location"].endswith("?verstuurd=1")
    assert own.headers["Location"] == reverse("registration", args=[registration.token])
    assert (registration.name, registration.role, registration.state) == (
        "Wilma",
        role,
        "placed",
    )


def test_what_is_missing_is_said_at_the_field_and_a_robot_hears_nothing(
    client, session
):
    role = Role.objects.first().pk
    wrong = client.post(sign_up_address(session), {**FORM, "email": "wilma"})
    robot = client.post(
        sign_up_address(session), {**FORM, "role": role, "website": "x"}
    )

    assert (wrong.status_code, robot.status_code) == (422, 302)
    assert set(wrong.context["form"].errors) == {"email", "role"}
    assert not Registration.objects.exists()


def test_a_member_has_a_seat_at_once(client, session, leader):
    now = timezone.now()
    Reader.objects.create(
        email="ilse@voorbeeld.example", user=leader, asked_at=now, confirmed_at=now
    )
    role = Role.objects.first().pk

    answer = client.post(sign_up_address(session), {"name": "Ilse", "role": role})

    registration = Registration.objects.get()
    assert answer.headers["Location"].endswith(f"/mijn/{registration.token}/")
    assert (registration.state, registration.reader.email) == (
        "placed",
        "ilse@voorbeeld.example",
    )


def test_an_account_without_a_confirmed_address_confirms_like_anybody(
    client, session, leader
):
    role = Role.objects.first().pk

    client.post(sign_up_address(session), {**FORM, "role": role})

    assert Registration.objects.get().state == "asked"


def test_only_who_has_a_seat_sees_the_link_and_nothing_is_fetched_before_a_click(
    client,
):
    now = timezone.now()
    film = "https://www.youtube.com/watch?v=abcdef12345"
    session = make_session(now=now, capacity=1, link=film)
    placed = make_registration(session, now=now)
    waits = make_registration(session, now=now, state="waiting")

    pages = [
        client.get(reverse("registration", args=[each.token])).content.decode()
        for each in (placed, waits)
    ]

    assert ["abcdef12345" in page for page in pages] == [True, False]
    assert "<iframe" not in pages[0]
    assert "data-embed=" in pages[0]


def test_who_cancels_by_the_link_sees_so_and_the_next_gets_the_seat(client):
    now = timezone.now()
    session = make_session(now=now, capacity=1)
    mine = make_registration(session, now=now)
    next_one = make_registration(session, now=now, state="waiting")
    address = reverse("registration", args=[mine.token])

    client.post(address, {"afmelden": "1"})

    next_one.refresh_from_db()
    assert next_one.is_placed
    assert "Je bent afgemeld" in client.get(address).content.decode()


def test_a_button_of_yesterday_cancels_nothing_and_says_so(client):
    now = timezone.now()
    session = make_session(now=now)
    mine = make_registration(session, now=now)
    ago = now - timedelta(days=2)
    Session.objects.update(starts_at=ago, ends_at=ago + timedelta(hours=1))

    page = client.post(
        reverse("registration", args=[mine.token]), {"afmelden": "1"}, follow=True
    )

    assert "Afmelden kan niet meer: het is al begonnen." in page.text
    assert "Je was aangemeld" in page.text


@pytest.mark.parametrize("token", ["bestaat-niet", "agenda.ics"])
def test_a_dead_link_says_so(client, token):
    assert client.get(f"/bijeenkomsten/mijn/{token}/").status_code == 410


def test_the_calendar_file_has_the_moment_and_no_link(client):
    session = make_session(now=timezone.now())
    mine = make_registration(session, now=timezone.now())

    file = client.get(reverse("registration_calendar", args=[mine.token]))

    text = file.content.decode()
    assert file.headers["Content-Type"] == "text/calendar"
    assert "SUMMARY:Wie luistert er?" in text
    assert "praat.example" not in text


def test_a_lead_plans_a_campfire_from_a_phone(client, session, leader):
    new = {**PLAN, "format": "kampvuur", "group": session.group.pk}
    refused = client.post(reverse("plan_session"), new)
    rules = {"question": "Wie plant?", "mode": "consent", "decider": "De groep"}

    answer = client.post(reverse("plan_session"), new | rules)

    assert set(refused.context["form"].errors) == set(rules)
    page = SessionPage.objects.get(slug="aan-het-vuur")
    assert answer.headers["Location"] == reverse("session_desk", args=[page.slug])
    assert page.session.seats.count() == 16
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"ends_at": "2027-03-10T19:00"}, {"ends_at"}),
        ({"form": "op-locatie"}, {"place"}),
        ({"starts_at": "morgen"}, {"starts_at"}),
        ({"capacity": "0", "link": "geen link"}, {"capacity", "link"}),
        ({"title": ""}, {"title"}),
    ],
)
def test_what_a_lead_forgets_is_said_at_the_field(
    client, session, leader, wrong, fields
):
    sent = {**PLAN, "group": session.group.pk, **wrong}

    form = client.post(reverse("plan_session"), sent).context["form"]

    assert set(form.errors) == fields


def test_a_change_tells_who_registered_and_keeps_a_version_of_the_page(
    client, session, leader
):
    make_registration(session, now=timezone.now())
    page = page_of(session)
    form = client.get(reverse("change_session", args=[page.slug])).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}
    sent |= {"starts_at": "2030-03-10T20:00", "ends_at": "2030-03-10T22:00"}
    sent |= {"lead": "Nu in maart.", "roles": [], "capacity": 20}

    answer = client.post(reverse("change_session", args=[page.slug]), sent)

    session.refresh_from_db()
    page.refresh_from_db()
    assert answer.status_code == 302
    assert (session.moves, session.seats.count(), page.lead) == (1, 20, "Nu in maart.")
    assert page.revisions.count() == 2


def test_the_desk_is_for_who_leads_the_group_and_nobody_else(client, session):
    address = reverse("session_desk", args=[page_of(session).slug])
    nobody = client.get(address)
    other = get_user_model().objects.create_user("omar", "omar@voorbeeld.example")
    make_member(session.group, "Omar", user=other)
    client.force_login(other)
    member = client.get(address)
    chief = get_user_model().objects.create_superuser("chef", "c@x.example", "x")
    client.force_login(chief)

    assert nobody.status_code == 302
    assert member.status_code == 403
    assert client.get(reverse("plan_session")).status_code == 200
    assert client.get(address).status_code == 200


def test_who_leads_no_group_plans_nothing(client):
    make_agenda()
    client.force_login(get_user_model().objects.create_user("omar", "o@x.example"))

    assert client.get(reverse("plan_session")).status_code == 403


def test_the_desk_asks_as_little_for_many_as_for_few_and_notes_who_came(
    client, session, leader
):
    now = timezone.now()
    set_capacity(session=session, capacity=60, now=now)
    Session.objects.update(starts_at=now - timedelta(minutes=5))
    address = reverse("session_desk", args=[page_of(session).slug])
    role = Role.objects.first()
    came = make_registration(session, now=now, role=role)
    few = statements(client, address)
    others = [make_registration(session, now=now, role=role) for _ in range(54)]

    many = statements(client, address)
    client.post(
        reverse("attendance", args=[page_of(session).slug]),
        {"op": [came.pk, others[0].pk, "9" * 5000], "was-er": [came.pk]},
    )

    assert len(many) <= len(few) + 1  # which page of the list
    attended = Registration.objects.exclude(attended=None).order_by("pk")
    assert list(attended.values_list("attended", flat=True)) == [True, False]


def test_a_session_is_called_off_with_a_reason(client, session, leader):
    page = page_of(session)
    address = reverse("call_off_session", args=[page.slug])
    refused = client.post(address, {"why": ""})

    client.post(address, {"why": "De zaal is dicht."})

    assert refused.status_code == 422
    text = client.get(page.url).content.decode()
    assert "gaat niet door.</b> De zaal is dicht." in text
    assert reverse("sign_up", args=[page.slug]) not in text
