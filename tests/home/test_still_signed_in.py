"""What a form of the back office asks before it is sent."""

import pytest
from django.middleware.csrf import _does_token_match
from django.urls import reverse


@pytest.mark.django_db
def test_who_is_signed_in_gets_a_token_that_works(admin_client):
    response = admin_client.get(reverse("still_here"))

    token, secret = response.json()["token"], admin_client.cookies["csrftoken"].value
    assert _does_token_match(token, secret)
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_who_is_signed_out_is_sent_away(client):
    response = client.get(reverse("still_here"))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))
