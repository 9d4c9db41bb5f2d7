"""Who may stand at the organiser's desk: may, may not, nobody."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from events.models import Event, EventPage
from stories import foundations as stories
from tests.factories.events import (
    make_agenda,
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
)

pytestmark = pytest.mark.django_db
LISTS = ["organiser_events", "organiser_tickets", "organiser_orders"]


def somebody(group: str = "", *, superuser: bool = False) -> User:
    """Logs in with the groups that `manage.py setup` makes."""
    make_agenda()
    stories.lay()
    user = User.objects.create_user("iemand", is_superuser=superuser)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def statuses(client, user: User) -> list[int]:
    """What the three lists and one order of an own event answer."""
    order = make_paid_order(ticket=make_ticket())
    order.event.organisers.add(user)
    addresses = [reverse(f"{name}:index") for name in LISTS]
    addresses.append(reverse("organiser_orders:inspect", args=[order.pk]))
    return [client.get(address).status_code for address in addresses]


@pytest.mark.parametrize(
    ("group", "superuser", "expected"),
    [
        ("Organisatoren", False, [200, 200, 200, 200]),
        ("", True, [200, 200, 200, 200]),
        ("Redactie", False, [302, 302, 302, 302]),
        ("Eindredactie", False, [302, 302, 302, 302]),
        ("", False, [302, 302, 302, 302]),
    ],
)
def test_only_organisers_and_the_operator_see_the_desk(
    client, group, superuser, expected
):
    user = somebody(group, superuser=superuser)
    client.force_login(user)

    assert statuses(client, user) == expected


def test_without_a_login_the_desk_asks_for_one(client):
    response = client.get(reverse("organiser_orders:index"))

    assert response.url.startswith("/cms/login/")


def test_the_menu_shows_the_desk_to_organisers_only(client):
    address = reverse("organiser_orders:index")
    client.force_login(somebody("Organisatoren"))
    seen = client.get(reverse("wagtailadmin_home")).content.decode()

    User.objects.all().delete()
    client.force_login(somebody("Redactie"))
    unseen = client.get(reverse("wagtailadmin_home")).content.decode()

    assert address in seen
    assert address not in unseen


def test_an_organiser_never_deletes_an_event(client):
    client.force_login(somebody("Organisatoren"))
    event = make_ticket().event

    client.post(reverse("organiser_events:delete", args=[event.pk]))

    assert Event.objects.filter(pk=event.pk).exists()


def test_an_organiser_writes_below_the_agenda_and_nowhere_else():
    organiser = somebody("Organisatoren")
    page = make_event_page()
    page.event.organisers.add(organiser)
    agenda = make_agenda()

    may = {
        "add an event page": agenda.permissions_for_user(organiser).can_add_subpage(),
        "publish it": page.permissions_for_user(organiser).can_publish(),
        "change it": page.permissions_for_user(organiser).can_edit(),
        "copy it": page.permissions_for_user(organiser).can_copy(),
        "change the agenda": agenda.permissions_for_user(organiser).can_edit(),
        "hide the agenda": agenda.permissions_for_user(organiser).can_unpublish(),
        "delete the agenda": agenda.permissions_for_user(organiser).can_delete(),
        "change the front page": agenda.get_parent()
        .specific.permissions_for_user(organiser)
        .can_edit(),
    }

    assert [what for what, allowed in may.items() if allowed] == [
        "add an event page",
        "publish it",
        "change it",
    ]


def test_nobody_copies_a_page_of_an_event_not_even_the_operator(client):
    operator = somebody(superuser=True)
    client.force_login(operator)
    page = make_event_page()

    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    client.post(address, {"new_title": "Nog een", "new_slug": "nog-een"})

    assert [each.slug for each in make_agenda().get_children()] == [page.slug]
    assert not make_agenda().permissions_for_user(operator).can_copy()


def page_form(event: Event, **changes) -> dict:
    """What the editor of an event page sends."""
    values = {
        "title": "Hackathon",
        "slug": "hackathon",
        "event": event.pk,
        "slogan": "Kom niet alleen.",
        "lead": "Eén dag, drie vragen.",
        "intro": rich_text("<p>Meer.</p>"),
        "programme": streamfield(
            [("part", {"time": "09:30", "title": "Binnenkomst", "text": ""})]
        ),
        "questions": streamfield([]),
        "accessibility": streamfield([]),
        "jurors": inline_formset([]),
        "action-publish": "Publiceren",
    }
    return nested_form_data(values | changes)


def test_an_organiser_publishes_a_page_and_it_shows_at_once(client):
    organiser = somebody("Organisatoren")
    client.force_login(organiser)
    event = make_ticket(event=make_event(starts_at=timezone.now() + timedelta(9))).event
    event.organisers.add(organiser)
    address = reverse(
        "wagtailadmin_pages:add", args=["events", "eventpage", make_agenda().pk]
    )

    client.post(address, page_form(event))
    client.logout()

    text = client.get("/agenda/hackathon/").content.decode()
    assert "Kom niet alleen." in text
    assert "Binnenkomst" in text


def test_a_second_page_for_the_same_event_is_refused_at_its_field(client):
    organiser = somebody("Organisatoren")
    client.force_login(organiser)
    page = make_event_page()
    page.event.organisers.add(organiser)
    address = reverse(
        "wagtailadmin_pages:add", args=["events", "eventpage", make_agenda().pk]
    )

    response = client.post(address, page_form(page.event))

    assert list(response.context["form"].errors) == ["event"]
    assert EventPage.objects.count() == 1


def test_a_draft_can_be_seen_before_it_is_published(client):
    organiser = somebody("Organisatoren")
    client.force_login(organiser)
    page = make_event_page(live=False)
    page.event.organisers.add(organiser)

    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    hidden = client.get(page.url)

    assert "Kom niet alleen." in shown.content.decode()
    assert hidden.status_code == 404
