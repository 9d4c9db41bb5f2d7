"""Who sells is said in full, or the check before a launch says what is missing."""

import pytest
from django.core.checks import run_checks

from home.models import SiteDetails
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
KNOWN = {
    "legal_name": "Stichting Een Nieuw Geluid",
    "street": "Seinpad 5",
    "postal_code": "3812 AA",
    "city": "Amersfoort",
    "kvk": "12345678",
    "vat_id": "NL001234567B01",
    "email": "post@voorbeeld.example",
    "phone": "088 123 45 67",
}


def said() -> list[str]:
    found = run_checks(databases=["default"], include_deployment_checks=True)
    return [message.msg for message in found if message.id == "home.E001"]


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, []),
        ({"phone": ""}, ["telefoon"]),
        ({"kvk": "", "vat_id": ""}, ["KvK-nummer, btw-id"]),
    ],
)
def test_the_check_before_a_launch_names_what_a_seller_must_say(change, missing):
    make_site()
    SiteDetails.objects.update(**KNOWN | change)

    assert said() == [
        f"Bij de gegevens van de site ontbreekt: {names}." for names in missing
    ]
