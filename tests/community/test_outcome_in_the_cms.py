"""Who may write, publish and change what of the working groups in the CMS."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from community import foundations
from community.models import OutcomePage
from stories import foundations as stories_foundations
from tests.factories.community import (
    make_evidence,
    make_group,
    make_lead,
    make_outcome,
)
from tests.factories.home import make_person, make_site

pytestmark = pytest.mark.django_db

SOURCE = {"title": "Verslag", "link": "https://voorbeeld.example/", "note": ""}


def filled_in(sources=(), **fields):
    """The form of an outcome as a browser sends it; everything is filled in."""
    fields = {
        "title": "Een merk zonder gevolg",
        "slug": "een-merk",
        "number": "1",
        "version": "0.1",
        "date": "2026-11-18",
        "status": "concept",
        "consultation_until": "",
        "lead": "Kort en goed.",
        "question": "Wat ontbreekt er?",
        "work": rich_text("<p>We vroegen het na.</p>", features=["bold"]),
        "result": rich_text("<p>Het gevolg ontbreekt.</p>", features=["bold"]),
        "evidence": inline_formset([{"document": "", **source} for source in sources]),
        "comments": inline_formset([]),
        **fields,
    }
    return nested_form_data(fields)


def add_address(group):
    return reverse(
        "wagtailadmin_pages:add", args=["community", "outcomepage", group.pk]
    )


def page_address(action, page):
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


@pytest.fixture
def group():
    return make_group("kwaliteit")


@pytest.fixture
def lead(client, group):
    """Logged in at the CMS as the lead of Kwaliteit."""
    user = make_lead(group)
    client.force_login(user)
    return user


def test_what_a_lead_publishes_shows_at_once(client, group, lead):
    form = filled_in([SOURCE], **{"action-publish": "1"})

    client.post(add_address(group), form)

    outcome = OutcomePage.objects.get()
    assert (outcome.live, outcome.owner, outcome.number) == (True, lead, 1)
    text = client.get("/werkgroepen/kwaliteit/een-merk/").content.decode()
    assert "Het gevolg ontbreekt." in text
    assert '<a href="https://voorbeeld.example/">Verslag</a>' in text
    assert "Een merk zonder gevolg" in client.get(group.url).content.decode()


def test_a_lead_changes_and_unpublishes_what_somebody_else_wrote(client, group, lead):
    outcome = make_outcome(group, title="Van de redactie")

    edit = client.post(
        page_address("edit", outcome),
        filled_in(title="Van de groep", **{"action-publish": "1"}),
    )
    changed = OutcomePage.objects.get()
    client.post(page_address("unpublish", outcome))

    assert edit.status_code == 302
    assert (changed.title, changed.live) == ("Van de groep", True)
    assert not OutcomePage.objects.get().live


def test_a_lead_previews_a_new_outcome(client, group, lead):
    address = reverse(
        "wagtailadmin_pages:preview_on_add",
        args=["community", "outcomepage", group.pk],
    )

    sent = client.post(address, filled_in())
    shown = client.get(address)

    assert sent.json()["is_valid"]
    assert "Het gevolg ontbreekt." in shown.content.decode()
    assert '<body data-theme="kwaliteit">' in shown.content.decode()


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
                "comments": inline_formset([]),
                "action-publish": "1",
            }
        ),
    )

    assert shown.status_code == 200
    assert saved.status_code == 302
    group.refresh_from_db()
    assert group.question == "Wie toetst?"
    assert [str(member) for member in group.memberships.all()] == [
        "Lotte Brandsma, trekker"
    ]


def test_a_draft_may_be_incomplete(client, group, lead):
    form = filled_in(lead="", question="", work="null", result="null")

    response = client.post(add_address(group), form)

    outcome = OutcomePage.objects.get()
    assert response.headers["Location"] == page_address("edit", outcome)
    assert not outcome.live


@pytest.mark.parametrize("field", ["lead", "question", "work", "result"])
def test_publishing_asks_for_every_text(client, group, lead, field):
    empty = "null" if field in {"work", "result"} else ""
    form = filled_in(**{field: empty, "action-publish": "1"})

    response = client.post(add_address(group), form)

    assert list(response.context["form"].errors) == [field]
    assert not OutcomePage.objects.exists()


@pytest.mark.parametrize("action", ["", "action-publish"])
def test_a_consultation_asks_for_its_last_day(client, group, lead, action):
    form = filled_in(status="consultatie", **{action: "1"})

    response = client.post(add_address(group), form)

    assert response.context["form"].errors == {
        "consultation_until": ["Tot en met welke dag kan men reageren?"]
    }
    assert not OutcomePage.objects.exists()


def test_a_wrong_day_gets_one_clear_sentence(client, group, lead):
    form = filled_in(status="consultatie", consultation_until="2026-02-31")

    response = client.post(add_address(group), form)

    errors = response.context["form"].errors
    assert errors == {"consultation_until": ["Voer een geldige datum in."]}
    assert "2026-02-31" in response.content.decode()


def test_the_last_day_lapses_when_the_consultation_is_over(client, group, lead):
    outcome = make_outcome(
        group, status="consultatie", consultation_until=date(2026, 12, 14)
    )
    make_evidence(outcome)
    form = filled_in(
        [SOURCE],
        status="vastgesteld",
        consultation_until="2026-12-14",
        **{"action-publish": "1"},
    )

    client.post(page_address("edit", outcome), form)

    outcome.refresh_from_db()
    assert (outcome.status, outcome.consultation_until) == ("vastgesteld", None)


def test_settling_asks_for_a_source(client, group, lead):
    form = filled_in(status="vastgesteld", **{"action-publish": "1"})

    response = client.post(add_address(group), form)

    assert response.context["form"].errors == {
        "status": ["Wat vaststaat, rust op minstens 1 bron. Noem die onderaan."]
    }


@pytest.mark.parametrize(
    ("source", "field"),
    [
        ({"title": "Leeg", "link": ""}, "__all__"),
        ({"title": "Raar", "link": "javascript:alert(1)"}, "link"),
        ({"title": "Raar", "link": "//elders.example/"}, "link"),
        ({"title": "Raar", "link": "/\\elders.example/"}, "link"),
        ({"title": "", "link": "https://voorbeeld.example/"}, "title"),
        ({"title": "Lang", "link": "https://a.example/" + "a" * 10_000}, "link"),
        ({"title": "Nul\x00", "link": "/verhalen/"}, "title"),
    ],
)
def test_a_source_that_leads_nowhere_is_refused(client, group, lead, source, field):
    form = filled_in([{"note": "", **source}], **{"action-publish": "1"})

    response = client.post(add_address(group), form)

    formset = response.context["form"].formsets["evidence"]
    assert list(formset.forms[0].errors) == [field]
    assert not OutcomePage.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "0.5"),
        ("number", "99999999999"),
        ("number", "-1"),
        ("number", "0"),
        ("version", "nul punt drie"),
        ("version", "0.3 🙂"),
        ("date", "31-02-2026"),
        ("status", "klaar"),
        ("title", "x" * 10_000),
        ("lead", "x" * 10_000),
        ("question", "Wat\x00?"),
    ],
)
def test_odd_input_is_said_at_its_field(client, group, lead, field, value):
    form = filled_in(**{field: value, "action-publish": "1"})

    response = client.post(add_address(group), form)

    assert list(response.context["form"].errors) == [field]
    assert not OutcomePage.objects.exists()


def test_a_new_outcome_is_proposed_the_next_number(client, group, lead):
    make_outcome(group, number=6)
    make_outcome(make_group("mens"), number=9)

    response = client.get(add_address(group))

    assert response.context["form"]["number"].value() == 7


def test_a_number_is_given_once_per_group(client, group, lead):
    make_outcome(group, number=1)
    make_outcome(make_group("mens"), number=2)

    taken = client.post(add_address(group), filled_in(number="1"))
    free = client.post(add_address(group), filled_in(number="2"))

    assert taken.context["form"].errors == {
        "number": ["Dit nummer heeft een andere uitkomst van deze groep al."]
    }
    assert free.status_code == 302


def refused(response) -> bool:
    """Wagtail sends who may not to its front page or its login, or says 403 or 404."""
    if response.status_code == 302:
        way = response.headers["Location"]
        return way == "/cms/" or way.startswith("/cms/login/")
    return response.status_code in {403, 404}
