"""Somebody who is logged in, in the browser of a test."""

import pytest

from tests.stories.desk import make_user


@pytest.fixture
def editor(client):
    user = make_user("Redactie")
    client.force_login(user)
    return user


@pytest.fixture
def chief(client):
    user = make_user("Eindredactie")
    client.force_login(user)
    return user
