"""Who leads a group and who is in it."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from community.models import Membership
from community.working_groups.access import is_member, may_lead
from tests.factories.community import make_group, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("kwaliteit")


@pytest.mark.parametrize(
    ("function", "leads"), [("trekker", True), ("lid", False), ("notulist", False)]
)
def test_a_member_is_in_the_group_and_only_the_lead_leads(group, function, leads):
    user = User.objects.create_user("farida")
    make_member(group, user=user, function=Membership.Function(function))

    assert is_member(user, group)
    assert may_lead(user, group) is leads


def test_a_lead_of_one_group_is_nobody_in_another(group):
    user = User.objects.create_user("farida")
    make_member(group, user=user, function=Membership.Function.LEAD)
    other = make_group("imago")

    assert not is_member(user, other)
    assert not may_lead(user, other)


def test_a_visitor_is_nobody(group):
    make_member(group)  # without an account

    assert not is_member(AnonymousUser(), group)
    assert not may_lead(AnonymousUser(), group)
