"""An organiser sees and changes the own events; of others there is nothing to find."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from events.models import Event
from events.organiser.permissions import OwnOnly
from tests.events.test_organiser import errors_of, filled_in, ticket_form
from tests.events.test_organiser_access import page_form
from tests.factories.events import (
    make_agenda,
    make_event,
    make_event_page,
    make_guest,
    make_paid_order,
    make_ticket,
    make_voucher,
)

pytestmark = pytest.mark.django_db


def make_organiser(name: str, *events: Event) -> User:
    """Of these events."""
    make_agenda()
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name="Organisatoren"))
    for event in events:
        event.organisers.add(user)
    return user


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def mine():
    return make_event(name="Mijn dag")


@pytest.fixture
def theirs():
    return make_event(name="Hun dag")


@pytest.fixture
def desk(client, mine, theirs):
    """Roos organises one of the two events."""
    make_organiser("anderen", theirs)
    client.roos = make_organiser("roos", mine)
    client.force_login(client.roos)
    return client


def in_lists(desk) -> dict[str, list[str]]:
    """What the four lists of the desk and the list of doors hold, by event."""
    names = ["events", "tickets", "orders", "vouchers"]
    found = {}
    for name in (f"organiser_{name}" for name in names):
        rows = desk.get(reverse(f"{name}:index")).context["object_list"]
        found[name] = [getattr(row, "event", row).name for row in rows]
    found["door"] = [e.name for e in desk.get("/tickets/deur/").context["events"]]
    return found


def test_lists_hold_the_own_events_only(desk, mine, theirs, now):
    for event in (mine, theirs):
        make_paid_order(ticket=make_ticket(event=event))
        make_voucher(event, now)

    assert in_lists(desk) == {
        "organiser_events": ["Mijn dag"],
        "organiser_tickets": ["Mijn dag"],
        "organiser_orders": ["Mijn dag"],
        "organiser_vouchers": ["Mijn dag"],
        "door": ["Mijn dag"],
    }


def test_the_operator_has_all_events(client, mine, theirs):
    client.force_login(User.objects.create_superuser("beheer"))

    rows = client.get(reverse("organiser_events:index")).context["object_list"]

    assert {event.name for event in rows} == {"Mijn dag", "Hun dag"}


def test_every_address_of_anothers_event_is_not_found(desk, theirs, now):
    voucher = make_voucher(theirs, now)
    order = make_paid_order(ticket=make_ticket(event=theirs))
    pair = order.pairs.get()
    ticket = pair.ticket

    addresses = [
        *(
            reverse(f"organiser_events:{name}", args=[theirs.pk])
            for name in ("edit", "inspect", "copy", "history", "usage")
        ),
        *(
            reverse(f"organiser_tickets:{name}", args=[ticket.pk])
            for name in ("edit", "delete", "history", "usage")
        ),
        *(
            reverse(f"organiser_vouchers:{name}", args=[voucher.pk])
            for name in ("edit", "delete", "history", "usage")
        ),
        reverse("organiser_orders:inspect", args=[order.pk]),
        f"/tickets/deur/{theirs.slug}/",
    ]
    answers = {address: desk.get(address).status_code for address in addresses}
    posts = [
        desk.post(f"/tickets/deur/{theirs.slug}/{pair.pk}/{what}/").status_code
        for what in ("binnen", "ongedaan")
    ]

    assert answers == dict.fromkeys(addresses, 404)
    assert posts == [404, 404]


def test_the_filters_offer_the_own_events_only(desk, mine, theirs):
    make_paid_order(ticket=make_ticket(event=theirs))

    for name in ("organiser_orders", "organiser_tickets"):
        response = desk.get(reverse(f"{name}:index"), {"event": theirs.pk})

        assert list(response.context["filters"].form["event"].field.queryset) == [mine]
        assert list(response.context["object_list"]) == []


def test_anothers_event_gets_no_code_and_its_tickets_are_not_shown(desk, mine, theirs):
    [own, _] = [make_ticket(event=event) for event in (mine, theirs)]
    free = {"code": "GRATIS", "kind": "percent", "value": "100", "most": "3"}
    form = reverse("organiser_vouchers:add")

    refused = desk.post(form, free | {"event": theirs.pk})

    assert list(errors_of(refused)) == ["event"]
    assert list(desk.get(form).context["form"].fields["tickets"].queryset) == [own]


def test_anothers_event_gets_no_ticket_type_and_no_page(desk, mine, theirs):
    ticket = make_ticket(event=mine)
    form = ticket_form(ticket, event=theirs.pk)
    made = desk.post(reverse("organiser_tickets:add"), form)
    desk.post(reverse("organiser_tickets:edit", args=[ticket.pk]), form)
    address = reverse(
        "wagtailadmin_pages:add", args=["events", "eventpage", make_agenda().pk]
    )
    told = desk.post(address, page_form(theirs))

    assert list(errors_of(made)) == ["event"]
    assert list(errors_of(told)) == ["event"]
    assert not theirs.tickets.exists()


def test_the_page_of_anothers_event_is_not_changed(desk, mine, theirs):
    pages = [make_event_page(event=event) for event in (mine, theirs)]

    may = [page.permissions_for_user(desk.roos).can_edit() for page in pages]
    answers = [
        desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        for page in pages
    ]

    assert may == [True, False]
    assert answers == [200, 302]  # Wagtail's way of saying no


def test_wagtails_own_questions_about_one_row_get_the_same_answer(desk, mine, theirs):
    policy = OwnOnly(Event)

    may = [
        policy.user_has_permission_for_instance(desk.roos, "change", event)
        for event in (mine, theirs)
    ]

    assert may == [True, False]
    assert list(policy.instances_user_has_permission_for(desk.roos, "change")) == [mine]


def test_who_makes_an_event_organises_it(desk, mine):
    event = Event(
        name="Nieuw",
        slug="nieuw",
        starts_at=mine.starts_at,
        ends_at=mine.ends_at,
        changes_until=mine.changes_until,
        venue="Het Seinhuis",
        address="Seinpad 5",
        city="Amersfoort",
        capacity=4,
        home_sector=mine.home_sector,
    )
    offered = desk.get(reverse("organiser_events:add")).context["form"]

    desk.post(
        reverse("organiser_events:add"),
        filled_in(event, organisers=offered["organisers"].value()),
    )

    assert offered["organisers"].value() == [desk.roos.pk]
    assert list(Event.objects.get(slug="nieuw").organisers.all()) == [desk.roos]


def test_an_organiser_adds_a_colleague_and_never_leaves_by_mistake(desk, mine):
    milan = make_organiser("milan")
    stranger = User.objects.create_user("lezer")
    address = reverse("organiser_events:edit", args=[mine.pk])

    added = desk.post(address, filled_in(mine, organisers=[desk.roos.pk, milan.pk]))
    left = desk.post(address, filled_in(mine, organisers=[milan.pk]))
    anybody = desk.post(
        address, filled_in(mine, organisers=[desk.roos.pk, stranger.pk])
    )

    assert errors_of(added) == {}
    assert errors_of(left) == {
        "organisers": ["Jezelf haal je niet weg: vraag dat aan een collega."]
    }
    assert list(errors_of(anybody)) == ["organisers"]
    assert set(mine.organisers.all()) == {desk.roos, milan}


def test_search_never_finds_an_order_of_anothers_event(desk, theirs):
    order = make_paid_order(ticket=make_ticket(event=theirs))
    make_guest(pair=order.pairs.get())

    for words in (order.reference, "iris", "Okafor"):
        response = desk.get(reverse("organiser_orders:index"), {"q": words})

        assert list(response.context["object_list"]) == []
