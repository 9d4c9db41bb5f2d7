"""What only who has a mail can open: some pages of each kind, in all their states.

A benchmark asks too, before Django is set up: models are found by their names."""

from django.apps import apps
from django.urls import reverse

# an address, whose key it takes, of how many, and which come first
BEHIND = {
    "host": ("events.Pair", 12),
    "guest": ("events.Guest", 12, "ground"),  # who did not confirm
    "waiting_place": ("events.WaitingEntry", 4),
    "contribution": ("stories.Contribution", 2),
    "fact_check": ("stories.Check", 1),
    "field_reply": ("stories.Reply", 1),
    "shared_list": ("stories.SharedList", 1),
    "newsletter_preferences": ("stories.Subscriber", 1),
    "newsletter_leave": ("stories.Subscriber", 1),
    "change_comment": ("home.Confirmation", 1),
    "confirm": ("home.Confirmation", 1),
    "follow_up": ("community.FollowUp", 1),
    "fill_in": ("community.Response", 1),
    "invitation": ("community.Invitation", 1),
    "breakout": ("community.Breakout", 1),
    "registration": ("community.Registration", 2),
    "harvest_by_link": ("community.Registration", 1),
    "correct_report": ("community.Registration", 1),
}


def behind_links() -> list[str]:
    orders = apps.get_model("events.Order").objects.values_list("reference", "token")
    found = [reverse("order", args=order) for order in orders]
    for address, (model, most, *first) in BEHIND.items():
        key = "host_token" if address == "host" else "token"
        rows = apps.get_model(model).objects.order_by(*first, "pk")
        tokens = rows.values_list(key, flat=True)[:most]
        found += [reverse(address, args=[token]) for token in tokens]
    return found
