"""Who may write, publish and change what of the working groups in the CMS."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from community.models import OutcomePage
from community.workspace.services import add_file
from tests.community.desk import (
    SOURCE,
    add_address,
    filled_in,
    page_address,
)
from tests.factories.community import (
    make_evidence,
    make_group,
    make_outcome,
)

pytestmark = pytest.mark.django_db


def test_what_a_lead_publishes_shows_at_once(client, group, lead):
    form = filled_in([SOURCE], **{"action-publish": "1"})

    client.post(add_address(group), form)

    outcome = OutcomePage.objects.get()
    assert (outcome.live, outcome.owner, outcome.number) == (True, lead, 1)
    text = client.get("/werkgroepen/kwaliteit/een-merk/").content.decode()
    assert "Het gevolg ontbreekt." in text
    assert '<a href="https://voorbeeld.example/">Verslag</a>' in text
    assert "Een merk zonder gevolg" in client.get(group.url).content.decode()


def test_the_title_is_called_what_our_manual_calls_it(client, group, lead):
    html = client.get(add_address(group)).text

    assert 'placeholder="Titel*"' in html


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


@pytest.mark.parametrize("field", ["responsible", "next_step"])
def test_what_is_published_is_somebodys_and_goes_on(client, group, lead, field):
    draft = filled_in(**{field: ""})

    refused = client.post(add_address(group), {**draft, "action-publish": "1"})
    client.post(add_address(group), draft)

    assert list(refused.context["form"].errors) == [field]
    assert not OutcomePage.objects.get().live


def test_who_stops_says_why(client, group, lead):
    stops = {"status": "gestopt", "responsible": "", "action-publish": "1"}

    refused = client.post(add_address(group), filled_in(**stops))
    stops["stopped_because"] = "Niemand gebruikt het."
    client.post(add_address(group), filled_in(**stops))

    assert list(refused.context["form"].errors) == ["stopped_because"]
    assert OutcomePage.objects.get().live


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


def test_a_source_sent_along_on_the_site_is_kept_and_published(
    client, group, lead, now
):
    def sent_to(group):
        file = ContentFile(b"x", "v.pdf")
        return add_file(group=group, title="V", file=file, by=None, now=now)

    def form(file):
        source = {**SOURCE, "link": "", "file": str(file.pk)}
        return filled_in([source], **{"action-publish": "1"})

    file, of_another = sent_to(group), sent_to(make_group("imago"))

    refused = client.post(add_address(group), form(of_another))
    client.post(add_address(group), form(file))

    formset = refused.context["form"].formsets["evidence"]
    assert list(formset.forms[0].errors) == ["file"]
    source = OutcomePage.objects.get().evidence.get()
    assert (source.file, source.document.title) == (None, "V")
