"""Cancel and refund are separate acts of the organiser, each with its reason."""

from decimal import Decimal

import pytest
from django.urls import reverse

from events.models import Cancellation, Order, Pair, Refund
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(now, stripe):
    """Two pairs, paid through Stripe."""
    order = make_placed_order(now, pairs=2)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    return order


@pytest.fixture
def desk(client, order):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", order.event))
    return client


def post(desk, order, what, **values):
    values = {"why": "Ziek."} | values
    return desk.post(reverse(f"organiser_orders:{what}", args=[order.pk]), values)


def errors_of(response) -> dict:
    return {} if response.status_code == 302 else response.context["form"].errors


def states(order) -> list[str]:
    return [pair.state for pair in order.pairs.order_by("number")]


@pytest.mark.parametrize(
    ("back", "refunds", "kept"),
    [("all", ["149.00"], "0.00"), ("nothing", [], "149.00")],
)
def test_a_pair_is_cancelled_with_all_or_nothing_back(desk, order, back, refunds, kept):
    post(desk, order, "cancel", pairs=["2"], back=back)

    row = Cancellation.objects.get()
    assert states(order) == [Pair.State.SOLD, Pair.State.CANCELLED]
    assert [str(refund.amount) for refund in Refund.objects.all()] == refunds
    assert (row.reason, row.note, str(row.by), row.kept) == (
        "organiser",
        "Ziek.",
        "roos",
        Decimal(kept),
    )


def test_money_goes_back_and_the_pairs_keep_their_places(desk, order):
    post(desk, order, "refund", amount="25,50")

    refund = Refund.objects.get()
    assert states(order) == [Pair.State.SOLD] * 2
    assert (refund.amount, refund.reason, refund.note, str(refund.by)) == (
        Decimal("25.50"),
        "goodwill",
        "Ziek.",
        "roos",
    )


def test_a_second_click_gives_nothing_back_again(desk, order):
    post(desk, order, "refund", amount="25,50")
    again = post(desk, order, "refund", amount="25,50")
    told = Refund.objects.count()
    post(desk, order, "refund", amount="25,50", why="Nog een gast ziek.")

    assert list(errors_of(again)) == ["__all__"]
    assert (told, Refund.objects.count()) == (1, 2)


def test_what_was_cancelled_without_money_can_still_be_paid_back(desk, order):
    post(desk, order, "cancel", pairs=["1", "2"], back="nothing")
    post(desk, order, "refund", amount="298")
    again = post(desk, order, "refund", amount="0,01")

    assert Order.objects.get(pk=order.pk).status == Order.Status.CANCELLED
    assert Refund.objects.get().amount == Decimal("298.00")
    assert errors_of(again) == {"amount": ["Er kan nog €\u00a00,00 terug."]}


@pytest.mark.parametrize("amount", ["-5", "0", "298,01", "veel", "1e9", "9" * 100, ""])
def test_an_amount_that_cannot_go_back_is_refused_at_its_field(desk, order, amount):
    response = post(desk, order, "refund", amount=amount)

    assert list(errors_of(response)) == ["amount"]
    assert not Refund.objects.exists()


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"pairs": [], "back": "all"}, ["pairs"]),
        ({"pairs": ["9"], "back": "all"}, ["pairs"]),
        ({"pairs": ["1"], "back": "meer"}, ["back"]),
        ({"pairs": ["1"], "back": "all", "why": ""}, ["why"]),
        ({"pairs": ["1"], "back": "rules"}, ["__all__"]),  # this event has no rules
    ],
)
def test_what_cannot_be_cancelled_is_refused_at_its_field(desk, order, values, wrong):
    assert list(errors_of(post(desk, order, "cancel", **values))) == wrong
    assert states(order) == [Pair.State.SOLD] * 2


def test_both_stand_in_the_history_with_who_did_it(desk, order):
    post(desk, order, "cancel", pairs=["2"], back="all")

    page = desk.get(reverse("organiser_orders:inspect", args=[order.pk]))

    assert "Annuleerde duo 2" in page.content.decode()
    assert "Ziek." in page.content.decode()


@pytest.mark.parametrize("what", ["cancel", "refund"])
def test_another_organiser_finds_nothing_here(client, order, what):
    client.force_login(make_organiser("anderen", make_event()))

    assert post(client, order, what).status_code == 404
