"""Notes, documents and outcomes in the working space of a group."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.documents.models import Document

from community.models import GroupFile, GroupNote, Membership, OutcomePage
from community.workspace.services import (
    ChangedMeanwhile,
    publish_file,
    save_note,
    version_of,
)
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.people import make_interest

pytestmark = pytest.mark.django_db
SPACE = "/werkgroepen/kwaliteit/werkruimte/"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def group():
    return make_group("kwaliteit")


def log_in(client, group, function="lid") -> Membership:
    user = User.objects.create_user(f"{group.slug}-{function}")
    client.force_login(user)
    return make_member(group, "Els Dijkman", user=user, function=function)


def make_file(group, now) -> GroupFile:
    return GroupFile.objects.create(
        group=group,
        title="Verslag",
        file=ContentFile(b"geheim", "Verslag maart.pdf"),
        added_at=now,
    )


def written(**fields) -> dict:
    """The form of an outcome on the site."""
    return {
        "title": "Een merk zonder gevolg",
        "kind": "advies",
        "number": "1",
        "version": "0.1",
        "date": "2026-11-18",
        "status": "concept",
        "consultation_until": "",
        "stopped_because": "",
        "responsible": "",
        "next_step": "",
        "due": "",
        "progress": "0",
        "value_for": "beide",
        "lead": "Kort en goed.",
        "question": "Wat ontbreekt er?",
        "work": "We vroegen **het** na.",
        "result": "- het gevolg",
        "evidence-TOTAL_FORMS": "0",
        "evidence-INITIAL_FORMS": "0",
        **fields,
    }


def test_a_member_writes_a_note_that_another_goes_on_with(client, group):
    log_in(client, group)

    client.post(
        f"{SPACE}notities/nieuw/", {"title": "Idee", "text": "Een.", "seen": ""}
    )
    note = GroupNote.objects.get()
    make_interest(note.changed_by)
    shown = client.get(f"{SPACE}notities/{note.pk}/")
    seen = shown.context["form"].initial["seen"]
    client.post(
        f"{SPACE}notities/{note.pk}/", {"title": "Idee", "text": "Twee.", "seen": seen}
    )
    late = client.post(
        f"{SPACE}notities/{note.pk}/", {"title": "Idee", "text": "Drie.", "seen": seen}
    )

    assert late.status_code == 422
    assert "Drie." in late.content.decode()  # nothing typed is lost
    notes = client.get(f"{SPACE}notities/").content.decode()
    assert "Els Dijkman (belang: adviseur, Belco)" in notes
    note.refresh_from_db()
    assert (note.text, note.changed_by.name) == ("Twee.", "Els Dijkman")


def test_a_note_goes_as_it_was_seen_and_not_what_another_made_of_it(client, group, now):
    log_in(client, group)
    fields = {"group": group, "title": "Idee", "text": "Een."}
    note = GroupNote.objects.create(**fields, changed_at=now)
    address = f"{SPACE}notities/{note.pk}/"
    seen = client.get(address).context["form"].initial["seen"]
    later = now + timedelta(minutes=1)
    GroupNote.objects.update(text="Twee.", changed_at=later)

    late = client.post(address, {"weg": "1", "seen": seen})

    assert "Iemand veranderde deze notitie intussen" in client.get(late.url).text
    client.post(address, {"weg": "1", "seen": version_of(GroupNote.objects.get())})
    assert not GroupNote.objects.exists()


def test_a_note_that_somebody_threw_away_does_not_come_back(group, now):
    note = GroupNote.objects.create(group=group, title="Idee", changed_at=now)
    said = {"title": "Idee", "text": "Twee.", "seen": version_of(note)}
    GroupNote.objects.all().delete()

    with pytest.raises(ChangedMeanwhile):
        save_note(note=note, said=said, by=None, now=now)


def test_a_note_becomes_a_draft_that_nobody_else_reads(client, group):
    log_in(client, group)
    note = GroupNote.objects.create(
        group=group, title="Plan", text="## Kop\n\nTekst", changed_at=timezone.now()
    )

    response = client.post(f"{SPACE}notities/{note.pk}/uitkomst/")

    draft = OutcomePage.objects.get()
    assert (draft.title, draft.live, draft.number) == ("Plan", False, 1)
    assert draft.result == "<h3>Kop</h3><p>Tekst</p>"
    assert "<h3>Kop</h3>" in client.get(response.headers["Location"]).content.decode()
    client.logout()
    assert client.get(draft.url or f"{group.url}plan/").status_code == 404


def test_a_document_is_taken_in_and_given_to_members(client, group):
    log_in(client, group)
    sent = SimpleUploadedFile("Plan van aanpak.PDF", b"%PDF-1.7")

    client.post(f"{SPACE}documenten/", {"title": "Plan", "file": sent})
    file = GroupFile.objects.get()
    given = client.get(f"{SPACE}documenten/{file.pk}/")

    assert b"".join(given.streaming_content) == b"%PDF-1.7"
    assert given.headers["Content-Disposition"] == (
        'attachment; filename="plan-van-aanpak.pdf"'
    )
    assert given.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.html", b"<script>", "Zo’n bestand nemen we niet aan"),
        ("x", b"x", "Zo’n bestand nemen we niet aan"),
        ("x.pdf", b"", "Dit bestand is leeg."),
    ],
)
def test_odd_files_are_refused_in_a_sentence(client, group, name, content, sentence):
    log_in(client, group)
    sent = SimpleUploadedFile(name, content)

    response = client.post(f"{SPACE}documenten/", {"title": "Plan", "file": sent})

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_the_link_of_another_groups_document_leads_nowhere(client, group, now):
    file = make_file(group, now)
    log_in(client, make_group("imago"), "trekker")

    answers = [
        client.get(f"{SPACE}documenten/{file.pk}/"),
        client.get(f"/werkgroepen/imago/werkruimte/documenten/{file.pk}/"),
        client.post(f"{SPACE}documenten/{file.pk}/plaatsen/"),
        client.get(f"/media/{file.file}"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4


def test_who_left_finds_nothing_any_more(client, group, now):
    file = make_file(group, now)
    place = log_in(client, group)
    before = b"".join(client.get(f"{SPACE}documenten/{file.pk}/").streaming_content)
    place.until = timezone.localdate() - timedelta(days=1)
    place.save()

    assert before == b"geheim"
    assert client.get(f"{SPACE}documenten/{file.pk}/").status_code == 404
    assert client.get(SPACE).status_code == 404


def test_only_the_lead_lets_everybody_read_a_document(client, group, now):
    file = make_file(group, now)
    log_in(client, group)
    refused = client.post(f"{SPACE}documenten/{file.pk}/plaatsen/")
    log_in(client, group, "trekker")

    client.post(f"{SPACE}documenten/{file.pk}/plaatsen/")
    client.post(f"{SPACE}documenten/{file.pk}/plaatsen/")

    assert refused.status_code == 404
    placed = group.documents.get()
    client.logout()
    assert ">Verslag</a>" in client.get(group.url).content.decode()
    read = client.get(placed.document.url)
    assert b"".join(read.streaming_content) == b"geheim"
    assert Path(file.file.path).exists()


def test_what_the_site_adds_outlives_a_draft_of_the_cms(group, now):
    draft = group.save_revision()
    user = User.objects.create_user("ilse")

    publish_file(file=make_file(group, now), by=user, now=now)
    draft.refresh_from_db()
    draft.publish()

    assert [str(each) for each in group.documents.all()] == ["Verslag"]


def test_the_lead_keeps_half_an_outcome_and_publishes_a_whole_one(client, group):
    lead = log_in(client, group, "trekker")
    make_member(make_group("mens"), "Omar Bensaid")  # of another group: no owner here

    kept = client.post(
        f"{SPACE}uitkomsten/nieuw/", written(lead="", work="", bewaren="1")
    )
    draft = OutcomePage.objects.get()
    address = f"{SPACE}uitkomsten/{draft.pk}/"
    refused = client.post(address, written(plaatsen="1"))
    whole = written(responsible=lead.person.pk, next_step="Proberen.", plaatsen="1")
    client.post(address, whole)

    assert kept.headers["Location"] == f"{SPACE}uitkomsten/?bewaard=1"
    assert not draft.live
    form = refused.context["form"]
    assert list(form.errors) == ["responsible", "next_step"]
    assert list(form.fields["responsible"].queryset) == [lead.person]
    draft.refresh_from_db()
    assert (draft.live, draft.result) == (True, "<ul><li>het gevolg</li></ul>")
    assert draft.revisions.count() == 2
    assert "<b>het</b>" in client.get(draft.url).content.decode()


def test_a_count_of_sources_that_no_page_sent_is_a_bad_request(client, group):
    log_in(client, group, "trekker")
    counts = {"evidence-TOTAL_FORMS": "9" * 25, "evidence-INITIAL_FORMS": "9" * 25}

    answer = client.post(f"{SPACE}uitkomsten/nieuw/", written(**counts))

    assert answer.status_code == 400


def test_settling_on_the_site_asks_for_a_source_and_takes_one(client, group):
    lead = log_in(client, group, "trekker")
    outcome = make_outcome(group, responsible=lead.person, next_step="Door.")
    form = written(
        status="vastgesteld",
        responsible=lead.person.pk,
        next_step="Door.",
        plaatsen="1",
    )
    source = {
        "evidence-TOTAL_FORMS": "1",
        "evidence-0-title": "Vergelijking",
        "evidence-0-link": "https://voorbeeld.example/",
        "evidence-0-document": "",
        "evidence-0-note": "",
    }

    refused = client.post(f"{SPACE}uitkomsten/{outcome.pk}/", form)
    client.post(f"{SPACE}uitkomsten/{outcome.pk}/", {**form, **source})

    assert list(refused.context["form"].errors) == ["status"]
    outcome.refresh_from_db()
    assert outcome.status == "vastgesteld"
    assert [str(each) for each in outcome.evidence.all()] == ["Vergelijking"]


def test_a_draft_on_the_site_leaves_what_is_published_alone(client, group):
    log_in(client, group, "trekker")
    outcome = make_outcome(group, title="Oud", date=date(2026, 1, 1))

    client.post(f"{SPACE}uitkomsten/{outcome.pk}/", written(title="Nieuw", bewaren="1"))

    outcome.refresh_from_db()
    assert (outcome.title, outcome.has_unpublished_changes) == ("Oud", True)
    assert "Nieuw" in client.get(f"{SPACE}uitkomsten/").content.decode()
    again = client.get(f"{SPACE}uitkomsten/{outcome.pk}/")
    assert again.context["form"].instance.title == "Nieuw"


@pytest.mark.parametrize(
    "address", ["uitkomsten/nieuw/", "uitkomsten/{}/", "aanmeldingen/"]
)
def test_a_member_reads_and_the_lead_writes(client, group, address):
    outcome = make_outcome(group, live=False)
    log_in(client, group)

    assert client.get(SPACE + address.format(outcome.pk)).status_code == 404
    assert client.get(f"{SPACE}uitkomsten/{outcome.pk}/lezen/").status_code == 200


def source(**fields) -> dict:
    """One source of an outcome, as the form of the site sends it."""
    empty = {
        "title": "Vergelijking",
        "link": "",
        "document": "",
        "file": "",
        "note": "",
    }
    said = {f"evidence-0-{name}": value for name, value in (empty | fields).items()}
    return {"evidence-TOTAL_FORMS": "1", **said}


def test_a_source_sent_along_is_private_until_the_outcome_is_published(client, group):
    lead = log_in(client, group, "trekker")
    settled = {"status": "vastgesteld", "responsible": lead.person.pk}
    form = written(next_step="Door.", **settled)
    sent = SimpleUploadedFile("Metingen.pdf", b"%PDF-1.7")

    client.post(
        f"{SPACE}uitkomsten/nieuw/", {**form, **source(upload=sent), "bewaren": "1"}
    )
    draft, file = OutcomePage.objects.get(), GroupFile.objects.get()
    as_draft = client.get(f"{SPACE}uitkomsten/{draft.pk}/lezen/").text
    libraries = Document.objects.count()
    kept = {"evidence-INITIAL_FORMS": "1", **source(file=file.pk)}
    kept["evidence-0-id"] = draft.evidence.get().pk
    client.post(f"{SPACE}uitkomsten/{draft.pk}/", {**form, **kept, "plaatsen": "1"})

    assert f'href="{SPACE}documenten/{file.pk}/"' in as_draft
    assert libraries == 0
    placed = draft.evidence.get()
    client.logout()
    assert f'href="{placed.document.url}"' in client.get(draft.url).text
    assert b"".join(client.get(placed.document.url).streaming_content) == b"%PDF-1.7"
    again = OutcomePage.objects.get().get_latest_revision_as_object().evidence.get()
    assert (again.document, again.file) == (placed.document, None)


def test_a_source_is_one_thing_of_the_group_itself(client, group, now):
    log_in(client, group, "trekker")
    of_another = make_file(make_group("imago"), now)
    odd = SimpleUploadedFile("x.html", b"<script>")
    told = {"link": "https://x.example/", "upload": SimpleUploadedFile("x.pdf", b"x")}
    wrong = [{"file": of_another.pk}, {"upload": odd}, told, {}]

    answers = [
        client.post(
            f"{SPACE}uitkomsten/nieuw/", written(bewaren="1") | source(**fields)
        )
        for fields in wrong
    ]

    assert [answer.status_code for answer in answers] == [422] * 4
    assert not OutcomePage.objects.exists()
    assert GroupFile.objects.count() == 1
