"""What an organiser, the books or privacy see first in the back office."""

from datetime import datetime

from wagtail.admin.ui.components import Component

from events.ledger.matters import waiting
from events.organiser.money.views import RIGHTS as MONEY
from events.organiser.permissions import orders_on_money_page
from events.organiser.privacy.views import RIGHT as PEOPLE


def may_see(user) -> bool:
    """Somebody to whom it says anything."""
    return any(map(user.has_perm, (*MONEY, PEOPLE)))


class DeskPanel(Component):
    """How the money stands, and the way to what nobody finds in a search."""

    order = 110
    template_name = "events/organiser/panel.html"

    def __init__(self, *, now: datetime) -> None:
        self.now = now

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        orders = orders_on_money_page(user)
        sees_money = any(map(user.has_perm, MONEY))
        return {
            "sees_money": sees_money,
            "sees_people": user.has_perm(PEOPLE),
            "waiting": sees_money and waiting(now=self.now, orders=orders).count(),
        }
