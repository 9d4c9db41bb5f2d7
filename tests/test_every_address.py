"""Every address of the site with a key that leads nowhere: never a 500."""

import re

import pytest
from django.db import transaction
from django.urls import URLPattern, get_resolver

from tests.factories.home import make_site

OURS = ("home.", "stories.", "events.", "community.")
NOWHERE = {302, 403, 404, 405, 410}  # a redirect goes back to what there is
# a column just holds this number; tests/test_bad_requests.py goes beyond
KEYS = {"int": str(2**31 - 1), "slug": "geen", "str": "geen"}


def patterns(resolver, before: str = ""):
    """Each with its whole route."""
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route, each
        else:
            yield from patterns(each, route)


def leading_nowhere() -> list[str]:
    """The addresses that take a key, each with one that nobody has."""
    return [
        "/" + re.sub(r"<(\w+):\w+>", lambda key: KEYS[key[1]], route)
        for route, pattern in patterns(get_resolver())
        if "<" in route and pattern.callback.__module__.startswith(OURS)
    ]


@pytest.mark.postgresql  # the strict one is enough
@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_stumbles_over_a_key_that_leads_nowhere(method, admin_client):
    make_site()
    addresses = leading_nowhere()
    odd = []

    # somebody who may do everything comes furthest
    for address in addresses:
        with transaction.atomic():
            status = getattr(admin_client, method)(address).status_code
            transaction.set_rollback(True)
        if status not in NOWHERE:
            odd.append((address, status))

    assert odd == []
    assert len(addresses) > 150
