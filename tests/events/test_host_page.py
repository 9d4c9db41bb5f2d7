"""The host's own link: the ticket, and the other half as far as it is."""

import pytest
from django.urls import reverse

from events.models import Guest, Pair
from home.models import OwedMail
from tests.factories.events import make_guest, make_paid_order
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
DAAN = {"name": "Daan Okafor", "email": "daan@voorbeeld.example"}

TYPED = {f"gast-{field}": value for field, value in DAAN.items()}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def pair() -> Pair:
    return make_paid_order().pairs.get()


def page(pair, name="host") -> str:
    return reverse(name, kwargs={"token": pair.host_token})


def test_a_host_sees_the_own_ticket_and_may_invite(client, pair):
    response = client.get(page(pair))

    text = response.content.decode()
    assert response.status_code == 200
    assert 'aria-label="QR-code van Iris de Wit, te scannen bij de deur"' in text
    assert "Stuur de uitnodiging" in text
    assert client.get(page(pair, "host_ticket")).content.startswith(b"%PDF-")
    assert b"BEGIN:VEVENT" in client.get(page(pair, "host_calendar")).content


def test_inviting_names_the_guest_and_owes_the_mail(client, pair):
    response = client.post(page(pair, "host_invite"), TYPED, follow=True)

    guest = Guest.objects.get()
    assert (guest.pair, guest.name, guest.email) == (pair, *DAAN.values())
    assert list(OwedMail.objects.values_list("kind", "about_id")) == [
        ("events.invitation", guest.pk)
    ]
    text = response.content.decode()
    assert "wacht op bevestiging" in text
    assert "Nodig je gast uit" not in text


def test_the_host_sees_the_ground_but_never_the_code_of_the_guest(client, pair):
    guest = make_guest(pair=pair, admitted=True)

    text = client.get(page(pair)).content.decode()

    assert "Gast, andere sector" in text
    assert "2 van 2 bevestigd" in text
    assert text.count('class="qr"') == 1
    assert guest.token not in text


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": ""}, {"name": ["Vul de naam van de gast in."]}),
        (
            {"email": "x"},
            {"email": ["Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."]},
        ),
        (
            {"name": "\x00"},
            {
                "name": [
                    "Er staat een teken in dat we niet kunnen lezen. Typ het opnieuw."
                ]
            },
        ),
        ({"name": "x" * 121}, {"name": ["Dit is te lang. Hoogstens 120 tekens."]}),
    ],
)
def test_a_wrong_answer_keeps_what_was_typed(client, pair, change, wrong):
    typed = TYPED | {f"gast-{field}": value for field, value in change.items()}
    response = client.post(page(pair, "host_invite"), typed)

    form = response.context["forms"]["gast"]
    assert response.status_code == 422
    assert form.errors == wrong
    assert form["email"].value() == (DAAN | change)["email"]
    assert Guest.objects.count() == 0


def test_a_second_invitation_is_not_sent(client, pair):
    client.post(page(pair, "host_invite"), TYPED)

    other = {"gast-name": "Iemand", "gast-email": "anders@voorbeeld.example"}
    response = client.post(page(pair, "host_invite"), other)

    assert (response.status_code, response.url) == (302, page(pair))
    assert Guest.objects.get().name == "Daan Okafor"


def test_after_the_deadline_the_page_says_what_to_do(client, pair, time_machine):
    time_machine.move_to(pair.order.event.changes_until, tick=False)

    text = client.get(page(pair)).content.decode()
    response = client.post(page(pair, "host_invite"), TYPED)

    assert "De datum waarop je een gast kon uitnodigen is voorbij." in text
    assert "Nodig je gast uit" not in text
    assert response.status_code == 422
    assert Guest.objects.count() == 0


def test_a_pair_without_host_or_payment_has_no_page(client, pair):
    nobody = make_paid_order(pairs=2).pairs.get(number=2)
    Pair.objects.filter(pk=pair.pk).update(state=Pair.State.HELD)

    for found in (nobody, pair):
        for name in ("host", "host_ticket", "host_calendar"):
            assert client.get(page(found, name)).status_code == 404
        assert client.post(page(found, "host_invite"), TYPED).status_code == 404


def test_a_cancelled_pair_is_gone(client, pair):
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)

    assert client.get(page(pair)).status_code == 410
    for name in ("host_ticket", "host_calendar"):
        assert client.get(page(pair, name)).status_code == 410
    response = client.post(page(pair, "host_invite"), TYPED)
    assert (response.status_code, Guest.objects.count()) == (302, 0)


def test_a_get_invites_nobody(client, pair):
    assert client.get(page(pair, "host_invite")).url == page(pair)
    assert client.get(page(pair))["Referrer-Policy"] == "no-referrer"


def test_the_link_of_a_guest_opens_no_page_of_the_host(client, pair):
    guest = make_guest(pair=pair)

    assert client.get(f"/tickets/duo/{guest.token}/").status_code == 404
    assert client.get(f"/tickets/gast/{pair.host_token}/").status_code == 404
