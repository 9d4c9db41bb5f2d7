"""What `manage.py setup` lays for the working groups."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from community import foundations
from community.models import WorkingGroupIndexPage, WorkingGroupPage
from stories import foundations as stories_foundations
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db


def lay():
    make_site()
    stories_foundations.lay()
    foundations.lay()


def rights(group: Group) -> set:
    """Every right that a group has, and where."""
    return {
        *((None, p.codename) for p in group.permissions.all()),
        *(
            (r.page.slug, r.permission.codename)
            for r in GroupPagePermission.objects.filter(group=group)
        ),
        *(
            (r.collection.name, r.permission.codename)
            for r in GroupCollectionPermission.objects.filter(group=group)
        ),
    }


def test_the_three_groups_stand_and_can_be_read(client):
    lay()

    addresses = [group.url for group in WorkingGroupPage.objects.order_by("path")]

    assert addresses == [
        "/werkgroepen/kwaliteit/",
        "/werkgroepen/imago/",
        "/werkgroepen/mens/",
    ]
    for address in ["/werkgroepen/", *addresses]:
        assert client.get(address).status_code == 200


def test_leads_get_the_rights_on_their_own_outcomes_and_no_more():
    lay()

    leads = Group.objects.get(name="Werkgroep Imago")

    assert rights(leads) == {
        (None, "access_admin"),
        ("imago", "add_page"),
        ("imago", "change_page"),
        ("imago", "publish_page"),
        ("Werkgroep Imago", "add_document"),
        ("Werkgroep Imago", "change_document"),
        ("Werkgroep Imago", "choose_document"),
    }


def test_laying_again_changes_nothing_that_an_editor_wrote():
    lay()
    WorkingGroupPage.objects.filter(slug="mens").update(question="Een andere vraag?")
    GroupPagePermission.objects.filter(page__slug="mens").delete()

    lay()

    assert WorkingGroupIndexPage.objects.count() == 1
    assert WorkingGroupPage.objects.count() == 3
    assert WorkingGroupPage.objects.get(slug="mens").question == "Een andere vraag?"
    assert Collection.objects.filter(name="Werkgroep Mens").count() == 1
    assert GroupPagePermission.objects.filter(page__slug="mens").count() == 3
