"""What a lead may do in the CMS: the own outcomes, and nothing more."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from community import foundations
from community.models import OutcomePage
from stories import foundations as stories_foundations
from tests.community.desk import (
    add_address,
    filled_in,
    page_address,
    refused,
)
from tests.factories.community import (
    make_group,
    make_lead,
    make_outcome,
)
from tests.factories.home import make_person, make_site

pytestmark = pytest.mark.django_db

GROUP_PAGE_ACTIONS = ["edit", "unpublish", "delete", "move", "copy", "set_privacy"]


@pytest.mark.parametrize("action", GROUP_PAGE_ACTIONS)
@pytest.mark.parametrize("way", ["get", "post"])
def test_a_lead_can_not_touch_the_page_of_the_group(client, group, lead, action, way):
    before = Page.objects.get(pk=group.pk).specific

    response = getattr(client, way)(page_address(action, group))

    assert refused(response)
    after = Page.objects.get(pk=group.pk).specific
    assert (after.live, after.title, after.latest_revision_id) == (
        before.live,
        before.title,
        before.latest_revision_id,
    )


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "publish"])
def test_a_lead_can_not_touch_the_page_of_the_group_in_bulk(
    client, group, lead, action
):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    client.post(f"{address}?id={group.pk}&next=/cms/")

    after = Page.objects.get(pk=group.pk)
    assert (after.live, after.has_unpublished_changes) == (True, False)


@pytest.mark.usefixtures("searchable")
def test_a_link_is_chosen_from_what_a_lead_may_read(client, group, lead):
    other = make_group("mens")
    make_outcome(other, title="Merk in wording", live=False)
    make_outcome(other, title="Merk op de site")
    make_outcome(group, title="Eigen merk in wording", live=False)
    asked = {"q": "merk", "page_type": "wagtailcore.page"}

    found = client.get(reverse("wagtailadmin_choose_page_search"), asked).text
    beside = client.get(
        reverse("wagtailadmin_choose_page_child", args=[other.pk]), asked
    ).text

    assert "Eigen merk in wording" in found
    for shown in (found, beside):
        assert "Merk op de site" in shown
        assert "Merk in wording" not in shown


def test_a_lead_of_another_group_may_do_nothing_here(client, group):
    outcome = make_outcome(group)
    client.force_login(make_lead(make_group("mens"), "bram"))

    answers = [
        client.post(add_address(group), filled_in(slug="x")),
        client.get(add_address(group)),
        client.get(page_address("edit", outcome)),
        client.post(page_address("edit", outcome), filled_in(title="Gekaapt")),
        client.post(page_address("unpublish", outcome)),
        client.post(page_address("delete", outcome)),
        client.post(page_address("move", outcome)),
        client.post(page_address("copy", outcome)),
        client.get(page_address("set_privacy", outcome)),
        client.get(page_address("edit", group)),
    ]

    assert [refused(answer) for answer in answers] == [True] * len(answers)
    kept = OutcomePage.objects.get()
    assert (kept.title, kept.live) == (outcome.title, True)


def test_a_lead_can_not_bring_an_outcome_to_another_group(client, group, lead):
    outcome = make_outcome(group)
    other = make_group("mens")
    address = reverse("wagtailadmin_pages:move_confirm", args=[outcome.pk, other.pk])

    response = client.post(address)

    assert refused(response)
    assert OutcomePage.objects.child_of(group).get() == outcome


def test_a_lead_sees_only_the_own_part_of_the_tree(client, group, lead):
    make_outcome(group, title="Eigen uitkomst")
    other = make_group("mens")
    make_outcome(other, title="Andere uitkomst")

    own = client.get(reverse("wagtailadmin_explore", args=[group.pk]))
    top = client.get(reverse("wagtailadmin_explore_root"))
    elsewhere = client.get(reverse("wagtailadmin_explore", args=[other.pk]))

    assert "Eigen uitkomst" in own.content.decode()
    assert top.headers["Location"] == f"/cms/pages/{group.pk}/"
    assert "Andere uitkomst" not in elsewhere.content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailredirects:index",
        "wagtailadmin_workflows:index",
        "wagtailadmin_collections:index",
        "wagtailimages:index",
        "wagtailimages:add",
    ],
)
def test_a_lead_has_no_other_business_in_the_cms(client, lead, name):
    assert refused(client.get(reverse(name)))


def test_a_lead_can_not_change_the_details_of_the_site(client, lead):
    site = make_site().get_site()
    address = reverse("wagtailsettings:edit", args=["home", "sitedetails", site.pk])

    assert refused(client.get(address))
    assert refused(client.post(address, {"name": "Gekaapt"}))


def test_a_lead_can_not_write_stories(client, lead):
    index = stories_foundations.lay()
    address = reverse("wagtailadmin_pages:add", args=["stories", "storypage", index.pk])

    assert refused(client.get(address))
    assert refused(client.get(page_address("edit", index)))


def test_a_lead_chooses_documents_of_the_own_group_only(client, group, lead):
    foundations.grant(make_group("mens"))

    chooser = client.get(reverse("wagtaildocs_chooser:choose"))
    upload = client.get(reverse("wagtaildocs:add"))

    assert (chooser.status_code, upload.status_code) == (200, 200)
    assert "Werkgroep Mens" not in upload.content.decode()


def test_nobody_is_asked_to_log_in(client, group):
    outcome = make_outcome(group)

    for address in [add_address(group), page_address("edit", outcome)]:
        response = client.get(address)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/cms/login/")


def test_somebody_without_a_group_is_not_let_in(client, group):
    client.force_login(get_user_model().objects.create_user("els"))

    assert refused(client.get(add_address(group)))


def test_the_chief_editor_may_edit_the_page_of_a_group(client, group):
    stories_foundations.lay()
    chief = get_user_model().objects.create_user("chief")
    chief.groups.add(stories_foundations.Group.objects.get(name="Eindredactie"))
    client.force_login(chief)
    person = make_person()

    shown = client.get(page_address("edit", group))
    saved = client.post(
        page_address("edit", group),
        nested_form_data(
            {
                "title": "Kwaliteit",
                "slug": "kwaliteit",
                "theme": str(group.theme_id),
                "question": "Wie toetst?",
                "frame": rich_text("<p>Daarom.</p>"),
                "memberships": inline_formset(
                    [{"person": person.pk, "function": "trekker", "role": ""}]
                ),
                "phases": inline_formset(
                    [{"name": "besluiten", "since": "2026-11-18"}]
                ),
                "documents": inline_formset([]),
                "mode": "Zonder bezwaar.",
                "join_question": "",
                "comments": inline_formset([]),
                "action-publish": "1",
            }
        ),
    )

    assert shown.status_code == 200
    assert saved.status_code == 302
    group.refresh_from_db()
    assert group.question == "Wie toetst?"
    assert "Lotte Brandsma, trekker" in map(str, group.memberships.all())
    assert [phase.name for phase in group.phases.all()] == ["besluiten"]
