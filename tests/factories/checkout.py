"""A buyer at the keyboard: what is typed, and the addresses of one order."""

ANSWERS = {
    "name": "Iris de Wit",
    "email": "iris@voorbeeld.example",
    "kind": "business",
    "organisation": "Vijfhoog",
    "street": "Seinpad 5",
    "postal_code": "3812 AA",
    "city": "Amersfoort",
    "vat_id": "",
    "agreed": "on",
    "duo1-host": "me",
    "duo1-guest": "now",
    "duo1-guest_name": "Daan Okafor",
    "duo1-guest_email": "daan@voorbeeld.example",
}


def hold(client, ticket, pairs=1):
    return client.post(
        f"/tickets/{ticket.event.slug}/bestellen/",
        {"ticket": ticket.pk, "pairs": pairs},
    )


def address(order, rest=""):
    return f"/tickets/bestelling/{order.reference}/{order.token}/{rest}"
