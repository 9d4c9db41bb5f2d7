"""The group Kwaliteit and its lead, logged in."""

import pytest

from tests.factories.community import make_group, make_lead, make_member


@pytest.fixture
def group():
    """With one member, who can take care of an outcome."""
    group = make_group("kwaliteit")
    make_member(group)
    return group


@pytest.fixture
def lead(client, group):
    """Logged in at the CMS as the lead of Kwaliteit."""
    user = make_lead(group)
    client.force_login(user)
    return user
