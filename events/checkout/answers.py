"""What a buyer told us: the form makes it, the service takes it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Buyer:
    """Who pays, and on whose behalf."""

    name: str
    email: str
    organisation: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    vat_id: str = ""
    purchase_order: str = ""


@dataclass(frozen=True)
class Duo:
    """Host and guest of one pair; empty where they are named later."""

    number: int
    host_name: str = ""
    host_email: str = ""
    guest_name: str = ""
    guest_email: str = ""
