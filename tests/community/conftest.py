"""The group Kwaliteit and its lead, logged in."""

import pytest

from tests.factories.community import make_group, make_lead


@pytest.fixture
def group():
    return make_group("kwaliteit")


@pytest.fixture
def lead(client, group):
    """Logged in at the CMS as the lead of Kwaliteit."""
    user = make_lead(group)
    client.force_login(user)
    return user
