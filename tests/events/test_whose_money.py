"""Whose money an organiser sees: of the own events; the whole account is another's."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.urls import reverse

from events import foundations
from events.ledger.models import Movement
from events.ledger.services import reconcile
from events.models import Payment, Refund
from events.payments.refunds import owe_refund, pay_owed_refunds
from home.mail.models import OwedMail
from home.mail.services import pay_owed_mail
from stories import foundations as stories
from tests.factories.events import make_agenda
from tests.factories.home import make_site
from tests.factories.money import make_bought_order

pytestmark = pytest.mark.django_db
MONEY = "organiser_money:index"


def somebody(name: str, *groups: str) -> User:
    make_agenda()
    user = User.objects.create_user(name, email=f"{name}@voorbeeld.example")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def farida():
    return somebody("farida", foundations.ORGANISERS)


@pytest.fixture
def keeper():
    return somebody("boekhouder", foundations.ACCOUNTS)


@pytest.fixture
def mine(stripe, now, farida):
    """A refund that failed, of an event of Farida's."""
    refund = failed(stripe, now)
    refund.payment.order.event.organisers.add(farida)
    return refund


@pytest.fixture
def theirs(stripe, now):
    return failed(stripe, now)


def failed(stripe, now) -> Refund:
    order = make_bought_order(stripe, now)
    owe_refund(payment=order.payments.get(), reason="goodwill", now=now)
    pay_owed_refunds(now=now)
    stripe.fail_refund(stripe.refunds[-1]["id"])
    reconcile(now=now)
    return Refund.objects.latest("pk")


def again(client, refund) -> str:
    """Try it again, and what became of it."""
    address = reverse("organiser_money:decide", args=["failed", refund.pk, "again"])
    client.post(address, {"note": "x"})
    refund.refresh_from_db()
    return refund.status


def test_an_organiser_sees_and_decides_about_the_own_events(
    client, farida, mine, theirs
):
    client.force_login(farida)

    page = client.get(reverse(MONEY)).text

    assert mine.payment.order.reference in page
    assert theirs.payment.order.reference not in page
    assert (again(client, mine), again(client, theirs)) == ("succeeded", "failed")


def test_and_the_sums_of_the_own_events(stripe, now, client, farida, mine, theirs):
    client.force_login(farida)

    [day] = client.get(reverse(MONEY)).context["sums"]

    assert (day["paid"], day["theirs"]) == (149, 149)


def test_and_no_line_that_belongs_to_nobody(stripe, now, client, farida, mine):
    lost = make_bought_order(stripe, now)
    Payment.objects.filter(order=lost).update(
        intent_id="pi_kwijt", session_id="cs_kwijt", key="k" * 32
    )
    reconcile(now=now)
    client.force_login(farida)

    page = client.get(reverse(MONEY))

    assert Movement.objects.that_differ().count() == 1
    assert [m.kind for m in page.context["matters"]] == ["failed"]


def test_who_keeps_the_accounts_sees_and_decides_about_all(
    client, keeper, mine, theirs
):
    client.force_login(keeper)

    page = client.get(reverse(MONEY))

    [day] = page.context["sums"]
    assert (day["paid"], day["theirs"]) == (298, 298)
    assert len(page.context["matters"]) == 2
    order = reverse("organiser_orders:inspect", args=[mine.payment.order_id])
    assert order not in page.text
    assert again(client, theirs) == "succeeded"


@pytest.mark.parametrize("group", [foundations.PRIVACY, ""])
def test_who_has_neither_right_sees_and_decides_nothing(client, theirs, group):
    client.force_login(somebody("iemand", group))

    answer = client.get(reverse(MONEY))

    assert answer.status_code == 302
    assert again(client, theirs) == "failed"


def test_without_a_login_neither(client, theirs):
    answer = client.get(reverse(MONEY))

    assert answer.url.startswith("/cms/login/")
    assert again(client, theirs) == "failed"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (foundations.ORGANISERS, (True, False)),
        (foundations.ACCOUNTS, (True, False)),
        (foundations.PRIVACY, (False, True)),
        ("Redactie", (False, False)),
    ],
)
def test_the_menu_shows_what_may_be_opened(client, group, expected):
    stories.lay()
    client.force_login(somebody("iemand", group))

    menu = client.get(reverse("wagtailadmin_home")).text

    pages = (reverse(MONEY), reverse("organiser_person:index"))
    assert tuple(page in menu for page in pages) == expected


def test_each_hears_in_the_morning_of_what_may_be_seen(
    stripe, now, farida, keeper, mine, theirs
):
    make_site()
    milan = somebody("milan", foundations.ORGANISERS)
    OwedMail.objects.all().delete()
    mail.outbox.clear()

    reconcile(now=(morning := now + timedelta(days=1)))
    pay_owed_mail(now=morning)

    told = {m.to[0]: m for m in mail.outbox}
    assert set(told) == {farida.email, keeper.email}
    assert milan.email not in told
    assert told[keeper.email].subject == "Geld: 2 dingen om te bekijken"
    assert told[farida.email].subject == "Geld: 1 ding om te bekijken"
    assert theirs.payment.order.reference not in told[farida.email].body
