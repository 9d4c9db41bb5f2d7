"""The guest's own link: one minute, no account, and never a date of birth again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from events.guests import birth_date, forms
from events.models import Guest, Pair
from home.fields import NO_NULL
from tests.factories.events import make_guest, make_paid_order
from tests.factories.home import make_sector, make_site

pytestmark = pytest.mark.django_db
DAAN = {"name": "Daan Okafor", "email": "daan@voorbeeld.example"}
YOUNG = DAAN | {"ground": "age", "born": "07-06-1999"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def page(guest, name="guest") -> str:
    return reverse(name, kwargs={"token": guest.token})


def errors(response) -> dict:
    return {
        name: list(texts) for name, texts in response.context["form"].errors.items()
    }


def test_the_page_says_who_asks_when_where_and_from_which_birthday_on(client):
    guest = make_guest()

    response = client.get(page(guest))

    text = response.content.decode()
    assert response.status_code == 200
    for sentence in (
        "Uitnodiging van Iris de Wit",
        "10 maart 2027, 09.30 uur",
        "Het Seinhuis, Amersfoort",
        "geboren op of na 11 maart 1997",
        "Het kost je niets",
    ):
        assert sentence in text


def test_it_asks_at_most_six_things_and_not_the_home_sector(client):
    make_sector("Zorg")

    form = client.get(page(make_guest())).context["form"]

    assert list(form.fields) == ["name", "email", "ground", "born", "sector"]
    assert "Klantcontact" not in [
        sector.name for sector in form.fields["sector"].queryset
    ]
    assert form["name"].value() == "Daan Okafor"


@pytest.mark.parametrize("name", ["guest", "guest_decline", "guest_ticket"])
def test_nobody_keeps_or_passes_on_a_personal_page(client, name):
    response = client.get(page(make_guest(admitted=True), name))

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response.cookies == {}


def test_the_address_stands_nowhere_in_the_head(client):
    guest = make_guest()

    text = client.get(page(guest)).content.decode()

    head = text.split("</head>")[0]
    assert guest.token not in head


def test_a_get_changes_nothing(client):
    """Mail scanners follow every link."""
    guest = make_guest()
    before = Guest.objects.values().get()

    for name in ("guest", "guest_decline", "guest_ticket", "guest_calendar"):
        client.get(page(guest, name))
        client.head(page(guest, name))

    assert Guest.objects.values().get() == before


@pytest.mark.parametrize(
    ("answers", "ground"),
    [
        (YOUNG, "age"),
        (DAAN | {"ground": "sector", "sector": "Zorg"}, "sector"),
        # what belongs to the other choice is not read, whatever it is
        (DAAN | {"ground": "sector", "sector": "Zorg", "born": "31-02-1999"}, "sector"),
        (YOUNG | {"sector": "no number"}, "age"),
    ],
)
def test_after_confirming_there_is_a_ticket(client, answers, ground):
    guest = make_guest()
    if answers.get("sector") == "Zorg":
        answers = answers | {"sector": make_sector("Zorg").pk}

    response = client.post(page(guest), answers, follow=True)

    assert response.redirect_chain == [(page(guest), 302)]
    assert Guest.objects.get().ground == ground
    text = response.content.decode()
    assert 'aria-label="QR-code van Daan Okafor, te scannen bij de deur"' in text
    assert client.get(page(guest, "guest_ticket")).content.startswith(b"%PDF-")
    assert b"BEGIN:VEVENT" in client.get(page(guest, "guest_calendar")).content


def test_a_browser_that_hides_where_it_comes_from_may_confirm():
    """With `no-referrer` a browser sends `Origin: null`, which CSRF checks refuse."""
    guest = make_guest()
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(page(guest), YOUNG, headers={"Origin": "null"})

    assert response.status_code == 302
    assert Guest.objects.get().is_admitted


def test_a_second_click_comes_to_the_same_page(client):
    guest = make_guest()
    client.post(page(guest), YOUNG)
    before = Guest.objects.values().get()

    response = client.post(page(guest), YOUNG | {"born": "01-01-1960"})

    assert (response.status_code, response.url) == (302, page(guest))
    assert Guest.objects.values().get() == before


@pytest.mark.parametrize(
    ("born", "error"),
    [
        ("", "Vul je geboortedatum in."),
        ("   ", "Vul je geboortedatum in."),
        ("\x00", "Vul je geboortedatum in."),
        ("31-02-1999", birth_date.NOT_A_DAY),
        ("29-02-1999", birth_date.NOT_A_DAY),
        ("00-00-0000", birth_date.NOT_A_DAY),
        ("07-13-1999", birth_date.NOT_A_DAY),
        ("07-06-2031", forms.IN_THE_FUTURE),
        ("26-11-2026", forms.IN_THE_FUTURE),
        ("25-11-2026", forms.TOO_YOUNG.format(16)),
        ("07-06-2012", forms.TOO_YOUNG.format(16)),
        ("07-06-1066", forms.TOO_LONG_AGO),
        ("07-06-99", birth_date.FOUR_FIGURES),
        ("07-06-19999", birth_date.FOUR_FIGURES),
        ("morgen", birth_date.UNREADABLE),
        ("7 brumaire 1999", birth_date.UNREADABLE),
        ("😀", birth_date.UNREADABLE),
        ("-7-6-1999", birth_date.UNREADABLE),
        ("1" * 10_000, birth_date.UNREADABLE),
        ("²-³-1999", birth_date.UNREADABLE),
    ],
)
def test_a_wrong_date_of_birth_gets_a_clear_sentence(client, born, error):
    guest = make_guest()

    response = client.post(page(guest), YOUNG | {"born": born, "name": "Daan O."})

    assert response.status_code == 422
    assert errors(response) == {"born": [error]}
    text = response.content.decode()
    assert 'value="Daan O."' in text
    assert "Fout: " in text.split("</title>")[0]
    assert Guest.objects.get().admitted_at is None


@pytest.mark.parametrize(
    "born",
    [
        *("7-6-1999", "07/06/1999", "7.6.1999", "7 6 1999", " 7 - 6 - 1999 "),
        *("7 juni 1999", "7 jun. 1999", "7 JUNI 1999", "07061999", "1999-06-07"),
    ],
)
def test_a_date_of_birth_is_read_as_people_write_it(client, born):
    guest = make_guest()

    client.post(page(guest), YOUNG | {"born": born})

    assert Guest.objects.get().ground == "age"


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": ""}, {"name": ["Vul je naam in."]}),
        ({"name": "x" * 10_000}, {"name": ["Dit is te lang. Hoogstens 120 tekens."]}),
        ({"name": "a\x00b"}, {"name": [NO_NULL.message]}),
        ({"email": ""}, {"email": ["Vul je e-mailadres in."]}),
        (
            {"email": "daan"},
            {"email": ["Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."]},
        ),
        ({"ground": ""}, {"ground": ["Kies waarom je mee mag."]}),
        ({"ground": "charme"}, {"ground": ["Kies waarom je mee mag."]}),
        ({"ground": "sector"}, {"sector": ["Kies de sector waarin je werkt."]}),
        (
            {"ground": "sector", "sector": "99999999999999999999"},
            {"sector": ["Kies een sector uit de lijst."]},
        ),
        (
            {"ground": "sector", "sector": "\x00"},
            {"sector": ["Null-tekens zijn niet toegestaan."]},
        ),
    ],
)
def test_whatever_is_typed_gets_a_sentence_at_its_field(client, change, wrong):
    response = client.post(page(make_guest()), YOUNG | change)

    assert response.status_code == 422
    assert errors(response) == wrong
    assert "1999" not in response.content.decode().split("</main>")[0]


def test_the_home_sector_is_no_way_in(client):
    guest = make_guest()
    own = guest.pair.order.event.home_sector

    response = client.post(page(guest), DAAN | {"ground": "sector", "sector": own.pk})

    assert errors(response) == {"sector": ["Kies een sector uit de lijst."]}


def test_who_is_too_old_hears_why_and_what_to_do(client):
    guest = make_guest()

    response = client.post(page(guest), YOUNG | {"born": "10-03-1997"})

    assert response.status_code == 422
    assert errors(response) == {
        "ground": [
            "Op 10 maart 2027 ben je 30 of ouder. Kies ‘Ik werk in een andere sector’ "
            "als dat zo is, of vraag Iris de Wit iemand anders mee te nemen."
        ]
    }


def test_a_name_of_emoji_and_quotes_is_a_name(client):
    guest = make_guest()

    response = client.post(page(guest), YOUNG | {"name": '😀 "><b>محمد'}, follow=True)

    assert response.status_code == 200
    assert "<b>محمد" not in response.content.decode()
    assert client.get(page(guest, "guest_ticket")).content.startswith(b"%PDF-")


def opened(guest):
    return Guest.objects.get(pk=guest.pk).opened_at


def test_who_begins_to_answer_has_opened_the_invitation(client, now):
    guest = make_guest()
    address = page(guest, "guest_opened")
    read = client.get(page(guest)).text
    client.get(address)  # a scanner that follows every address
    before = opened(guest)

    answer = client.post(address)

    assert f'data-opened="{address}"' in read
    assert (before, answer.status_code, opened(guest)) == (None, 204, now)
    assert "data-opened" not in client.get(page(guest)).text


def test_a_form_that_came_back_was_opened_too(client):
    guest = make_guest()

    client.post(page(guest), DAAN)

    assert opened(guest) is not None


def test_who_was_replaced_or_has_a_ticket_opens_nothing(client, now):
    admitted = make_guest(admitted=True)
    gone = make_guest()
    Guest.objects.filter(pk=gone.pk).update(replaced_at=now)

    for guest in (admitted, gone):
        client.post(page(guest, "guest_opened"))

    assert [opened(admitted), opened(gone)] == [None, None]


def test_declining_takes_a_button_and_forgets_the_guest(client):
    guest = make_guest()
    asked = client.get(page(guest)).text

    response = client.post(page(guest, "guest_decline"), follow=True)

    assert f'method="post" action="{page(guest, "guest_decline")}"' in asked
    assert "Ik ga niet mee, wis mijn gegevens" in asked
    assert response.status_code == 410
    assert "Je naam en je e-mailadres zijn gewist." in response.content.decode()
    assert list(Guest.objects.values_list("name", "email")) == [("", "")]
    assert client.post(page(guest, "guest_decline")).status_code == 302


def test_an_unknown_link_is_not_found(client):
    for path in ("", "afzeggen/", "ticket.pdf", "agenda.ics"):
        assert client.get(f"/tickets/gast/geen-token/{path}").status_code == 404


def test_before_the_payment_there_is_nothing_to_find(client):
    guest = make_guest(invited_at=None)
    Pair.objects.update(state=Pair.State.HELD)

    assert client.get(page(guest)).status_code == 404
    assert client.post(page(guest), YOUNG).status_code == 404


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ({"replaced_at": "now"}, "Er gaat iemand anders mee."),
        ({"declined_at": "now"}, "Je naam en je e-mailadres zijn gewist."),
    ],
)
def test_a_dead_link_says_so_and_gives_no_ticket(client, now, state, sentence):
    guest = make_guest(admitted=True, **dict.fromkeys(state, now))

    response = client.get(page(guest))

    assert response.status_code == 410
    assert sentence in response.content.decode()
    assert client.post(page(guest), YOUNG).status_code == 410
    for name in ("guest_ticket", "guest_calendar"):
        answer = client.get(page(guest, name))
        assert answer.status_code == 410
        assert sentence in answer.text


def test_a_cancelled_pair_lets_nobody_in(client):
    guest = make_guest(admitted=True)
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)

    response = client.get(page(guest))

    assert response.status_code == 410
    assert "geannuleerd" in response.content.decode()
    assert client.get(page(guest, "guest_ticket")).status_code == 410


def test_after_the_event_nobody_confirms_but_who_was_there_keeps_the_ticket(
    client, time_machine
):
    order = make_paid_order(pairs=2)
    first, second = order.pairs.order_by("number")
    late, there = make_guest(pair=first), make_guest(pair=second, admitted=True)

    time_machine.move_to(order.event.ends_at, tick=False)

    assert client.get(page(late)).status_code == 410
    assert client.post(page(late), YOUNG).status_code == 410
    assert client.get(page(there)).status_code == 200
    client.post(page(late, "guest_decline"))
    late.refresh_from_db()
    assert late.email == ""


def test_whom_we_forgot_sees_that_we_did(client, time_machine):
    guest = make_guest(admitted=True, name="", email="")
    time_machine.move_to(guest.pair.order.event.ends_at + timedelta(days=30))

    response = client.get(page(guest))

    assert response.status_code == 410
    assert "Je naam en e-mailadres hebben we gewist" in response.text


def test_before_confirming_there_is_no_ticket_but_the_question(client):
    guest = make_guest()

    for name in ("guest_ticket", "guest_calendar"):
        assert client.get(page(guest, name)).url == page(guest)


def test_the_page_asks_the_database_little(client, django_assert_max_num_queries):
    guest = make_guest()
    client.get(page(guest))

    with django_assert_max_num_queries(6):
        client.get(page(guest))
