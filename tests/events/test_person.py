"""What we have of one person is shown, given and erased; invoices stay."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse

from events import foundations
from events.guests.models import FormerBuyer, FormerHost
from events.guests.person import StillComing, orders_with
from events.guests.retention import CONTACT, UNANSWERED, UNPAID
from events.guests.services import name_host
from events.invoices.services import issue_invoice
from events.models import (
    Guest,
    Invoice,
    LinkRequest,
    Order,
    Pair,
    Payment,
    WaitingEntry,
)
from events.orders.services import hold_places
from events.organiser.privacy.forms import PersonForm
from events.organiser.privacy.services import about, erase
from events.payments.refunds import owe_refund
from events.waiting_list.services import join
from home.contact.models import Message
from home.mail.models import OwedMail
from home.mail.services import owe_mail, pay_owed_mail
from home.privacy.keepers import NOBODY, keepers, promises
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
)
from tests.factories.home import make_site
from tests.factories.payments import make_placed_order

pytestmark = pytest.mark.django_db

IRIS, DAAN = "iris@voorbeeld.example", "daan@voorbeeld.example"
ADDRESS = "organiser_person:index"


@pytest.fixture
def order(now):
    """Iris bought, was billed and brought Daan; and she wrote to us once."""
    order = make_paid_order()
    make_guest(pair=order.pairs.get(), admitted=True)
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status="paid",
        params={},
        expires_at=now,
        created_at=now,
        settled_at=now,
    )
    issue_invoice(order=order, payment_id=payment.pk, now=now)
    Message.objects.create(name="Iris", email=IRIS.upper(), text="Hallo", sent_at=now)
    return order


@pytest.fixture
def over(order):
    """The morning after the event."""
    return order.event.ends_at + timedelta(hours=12)


def test_all_there_is_of_a_buyer_is_under_its_heading(order):
    found = about("IRIS@voorbeeld.example")

    assert list(found) == [
        "Berichten aan ons",
        "Bestellingen",
        "Plaatsen als gastheer",
        "Betalingen",
        "Facturen",
    ]
    assert found["Bestellingen"][0]["bestelnummer"] == order.reference
    assert found["Facturen"][0]["totaal"] == "€\xa0149,00"


def test_a_guest_hears_the_ground_and_nobody_elses_data(order):
    found = about(DAAN)

    assert list(found) == ["Uitnodigingen als gast"]
    assert found["Uitnodigingen als gast"][0]["sector"] == "Zorg"
    assert "Iris" not in str(found)


def test_no_link_and_no_code_is_given_away(order):
    pair = order.pairs.get()
    guest = pair.guests.get()
    secrets = [order.token, pair.host_token, pair.host_code, guest.token, guest.code]

    told = str(about(IRIS)) + str(about(DAAN))

    assert [secret for secret in secrets if secret in told] == []


def test_an_order_is_with_whoever_stands_or_stood_on_it(order, now):
    """These are locked before any of them is erased."""
    make_paid_order(buyer_email="noor@x.example")  # of nobody we ask about
    pair = order.pairs.get()
    FormerHost.objects.create(
        pair=pair, email="oud@x.example", by_host=False, handed_over_at=now
    )
    FormerBuyer.objects.create(order=order, email="eerst@x.example", changed_at=now)
    Pair.objects.filter(pk=pair.pk).update(host_email="tom@x.example")
    everybody = [IRIS, DAAN, "tom@x.example", "oud@x.example", "eerst@x.example"]

    found = [list(orders_with(email.upper())) for email in everybody]

    assert found == [[order]] * 5
    assert list(orders_with("niemand@x.example")) == []


def test_a_buyer_is_erased_and_the_invoice_stays(order, over):
    erase(email=IRIS, now=over)

    order.refresh_from_db()
    assert (order.buyer_name, order.buyer_email) == ("", NOBODY)
    assert order.pairs.get().host_email == ""
    assert Message.objects.count() == 0
    assert Invoice.objects.get().buyer["name"] == "Iris de Wit"
    assert about(IRIS) == {}


def test_nobody_is_mailed_at_the_address_of_who_was_erased(order, over, mailoutbox):
    """Of any kind: a refund, a confirmation once more, links that somebody asks for."""
    refund = owe_refund(payment=order.payments.get(), reason="goodwill", now=over)
    erase(email=IRIS, now=over)
    asked = LinkRequest.objects.create(email=NOBODY, asked_at=over)

    owe_mail(kind="events.refund", about=refund, now=over)
    owe_mail(kind="events.confirmation", about=order, now=over)
    owe_mail(kind="events.links", about=asked, now=over)
    pay_owed_mail(now=over)

    assert mailoutbox == []
    assert OwedMail.objects.filter(dropped_at=over).count() == 3


def test_who_bought_for_an_event_to_come_is_not_erased(order, now):
    with pytest.raises(StillComing) as refusal:
        erase(email=IRIS, now=now)

    assert refusal.value.events == [order.event.name]
    assert Message.objects.count() == 1  # all or nothing


def test_who_is_paying_is_not_erased(stripe, now):
    make_placed_order(now)

    with pytest.raises(StillComing):
        erase(email=IRIS, now=now)

    assert Order.objects.get().buyer_email == IRIS


def test_a_guest_of_an_event_to_come_declines(order, now):
    erase(email=DAAN, now=now)

    guest = Guest.objects.get()
    assert (guest.name, guest.email, guest.declined_at) == ("", "", now)


def test_a_host_leaves_the_place_open_and_the_old_link_dies(order, now):
    order.pairs.update(host_name="Noor", host_email="noor@voorbeeld.example")
    old = order.pairs.get()

    erase(email="noor@voorbeeld.example", now=now)

    pair = order.pairs.get()
    assert (pair.host_name, pair.host_email) == ("", "")
    assert pair.host_token != old.host_token
    assert pair.host_code != old.host_code


def test_who_comes_after_a_host_that_was_erased_gets_the_ticket(now):
    second = make_paid_order(pairs=2).pairs.get(number=2)
    for name in ("tom", "noor"):
        email = f"{name}@voorbeeld.example"
        name_host(pair=second, name=name.title(), email=email, now=now)
        if name == "tom":
            erase(email=email, now=now)
            now += timedelta(hours=1)

    assert OwedMail.objects.filter(kind="events.host_ticket").count() == 2


def test_what_was_typed_and_not_paid_goes_and_the_place_is_free(now):
    order = hold_places(ticket=make_ticket(), pairs=1, now=now)
    Order.objects.filter(pk=order.pk).update(buyer_email=IRIS, buyer_name="Iris")

    erase(email=IRIS, now=now)

    order.refresh_from_db()
    assert (order.buyer_email, order.status) == ("", "lapsed")


@pytest.mark.parametrize("is_over", [False, True])
def test_who_waits_or_waited_is_on_the_list_without_a_name(now, is_over):
    event = make_event(capacity=1)
    ticket = make_ticket(event=event)
    hold_places(ticket=ticket, pairs=1, now=now)
    join(event=event, ticket=None, name="Daan", email=DAAN, now=now)
    if is_over:
        WaitingEntry.objects.update(state="lapsed", offer_until=now)

    found = about(DAAN)
    erase(email=DAAN, now=now)

    assert list(found) == ["Plaatsen op een wachtlijst"]
    assert about(DAAN) == {}


@pytest.mark.parametrize(("year", "name"), [(2033, "Iris de Wit"), (2034, "")])
def test_seven_years_after_the_year_no_name_is_left_in_the_books(order, year, name):
    for keeper in keepers():
        keeper.forget(now=datetime(year, 1, 1, 4, tzinfo=AMSTERDAM))
        keeper.forget(now=datetime(year, 1, 1, 5, tzinfo=AMSTERDAM))

    order.refresh_from_db()
    assert (order.buyer_name, Invoice.objects.get().buyer["name"]) == (name, name)
    assert Invoice.objects.get().total == order.total


# The desk


@pytest.fixture
def desk(client):
    foundations.lay()
    user = User.objects.create_user("privacy")
    user.groups.add(Group.objects.get(name="Privacy"))
    client.force_login(user)
    return client


def test_who_answers_people_looks_up_and_downloads(desk, order):
    page = desk.post(reverse(ADDRESS), {"email": IRIS})
    file = desk.post(reverse(ADDRESS), {"email": IRIS, "download": "1"})

    assert order.reference in page.text
    assert file["Content-Disposition"] == 'attachment; filename="gegevens.json"'
    assert file.json() == about(IRIS)


def test_erasing_asks_for_a_tick(desk, order):
    asked = desk.post(reverse(ADDRESS), {"email": DAAN, "erase": "1"})
    done = desk.post(reverse(ADDRESS), {"email": DAAN, "erase": "1", "sure": "on"})

    assert "Zet een vinkje als het echt weg mag." in asked.text
    assert "De gegevens zijn gewist." in done.text
    assert about(DAAN) == {}


@pytest.mark.parametrize("typed", ["", "iris", "nul\x00@voorbeeld.nl", "x" * 10_000])
def test_a_strange_address_is_refused_in_a_sentence(desk, typed):
    response = desk.post(reverse(ADDRESS), {"email": typed})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["email"]


@pytest.mark.parametrize("group", ["Organisatoren", "Boekhouding", ""])
def test_who_has_not_the_right_sees_nothing_and_erases_nothing(client, order, group):
    """Not even an organiser: it is about all events (decision 0023)."""
    foundations.lay()
    user = User.objects.create_user("iemand")
    user.groups.set(Group.objects.filter(name=group))
    client.force_login(user)
    asked = {"email": DAAN, "erase": "1", "sure": "on"}

    answers = [client.get(reverse(ADDRESS)), client.post(reverse(ADDRESS), asked)]

    assert {answer.status_code for answer in answers} == {302}
    assert about(DAAN) != {}


def test_without_a_login_there_is_nothing_to_see(client, order):
    answer = client.post(reverse(ADDRESS), {"email": IRIS})

    assert answer.url.startswith("/cms/login/")


# The page


def test_the_privacy_page_tells_what_the_command_does(client):
    make_site()
    call_command("setup", verbosity=0)

    page = client.get("/privacy/").text

    for promise in promises():
        assert promise.what in page
    terms = [f"{term.days} dagen" for term in (CONTACT, UNANSWERED, UNPAID)]
    assert [term for term in terms if term not in page] == []


def test_an_address_that_we_would_not_take_now_is_still_found():
    assert PersonForm({"email": '"wilma"@x.example'}).is_valid()
