"""Whom an account belongs to: an address, and who showed that it is theirs."""

import pytest
from django.contrib.auth.models import User

from home.accounts.services import account_for, address_is_theirs
from home.models import Reader

pytestmark = pytest.mark.django_db
IRIS, NEW = "iris@voorbeeld.example", "nieuw@voorbeeld.example"


def member(now, email=IRIS) -> User:
    user = account_for(email, now=now)
    address_is_theirs(user=user, email=email, now=now)
    return user


def test_who_works_in_the_cms_keeps_the_account_that_an_operator_made(now):
    editor = User.objects.create_user("redactie", "Iris@Voorbeeld.example")

    logged_in = member(now)
    User.objects.filter(pk=editor.pk).update(email=NEW)

    assert logged_in == account_for(IRIS, now=now) == editor
    assert account_for(NEW, now=now) != editor


def test_an_account_keeps_its_first_address_and_an_address_its_first_account(now):
    iris, other = member(now), User.objects.create_user("ander")

    address_is_theirs(user=iris, email=NEW, now=now)
    address_is_theirs(user=other, email=IRIS, now=now)

    tied = dict(Reader.objects.values_list("email", "user"))
    assert tied == {IRIS: iris.pk, NEW: None}
