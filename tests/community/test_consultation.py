"""Remarks about an outcome: by paragraph, and each of them answered."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core import mail
from django.db import IntegrityError
from django.utils.html import strip_tags

from community.consultation.rules import paragraphs
from community.consultation.services import AlreadyAnswered, answer, hide
from community.models import Remark
from community.working_groups.settling import objections_to
from home.models import Confirmation
from stories.models import Ruling
from tests.factories.community import (
    make_group,
    make_member,
    make_outcome,
    make_remark,
)
from tests.factories.people import (
    make_account,
    make_interest,
    make_member_of_the_site,
)

pytestmark = pytest.mark.django_db
TEXT = "<p>Een toets is op locatie.</p><ul><li>Twaalf weken</li><li>Drie jaar</li></ul>"


@pytest.fixture
def group():
    return make_group("kwaliteit")


@pytest.fixture
def outcome(group):
    return make_outcome(
        group,
        slug="norm",
        status="consultatie",
        consultation_until=date(2999, 1, 1),
        result=TEXT,
    )


@pytest.fixture
def lead(client, group):
    user = User.objects.create_user("farida", "farida@x.example")
    make_member(group, user=user, function="trekker")
    client.force_login(user)
    return user


@pytest.fixture
def banned(now):
    user = make_account(now, "jan@x.example")
    until = now.replace(year=2999)
    why = {"elsewhere": "een reactie", "ground": "personal"}
    Ruling.objects.create(act="ban", reader=user.reader, until=until, at=now, **why)
    return user


def said(**fields) -> dict:
    return {
        "paragraph": "2",
        "verdict": "aanpassen",
        "text": "Twaalf weken is kort.",
        "name": "Planner, energiebedrijf",
        "email": "jan@x.example",
        "website": "",
        **fields,
    }


def test_a_text_is_numbered_by_paragraph():
    found = paragraphs(TEXT)

    assert [each.number for each in found] == [1, 2]
    assert found[0].html == "<p>Een toets is op locatie.</p>"
    assert found[1].passage == "Twaalf weken; Drie jaar"


def test_a_passage_joins_a_list_of_sentences_as_sentences():
    (found,) = paragraphs("<ul><li>Twaalf weken.</li><li>Drie jaar.</li></ul>")

    assert found.passage == "Twaalf weken. Drie jaar."


def test_a_remark_waits_for_the_group_after_the_click(
    client, outcome, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{outcome.url}reageren/", said())
    before = Remark.objects.get()
    link = re.search(r"/bevestigen/[^/]+/", mail.outbox[0].body)[0]
    client.post(link, {"ja": "1"})
    after = Remark.objects.get()

    assert (before.state, after.state) == ("asked", "waiting")
    assert (after.paragraph, after.passage) == (2, "Twaalf weken; Drie jaar")
    page = client.get(f"{outcome.url}reageren/").content.decode()
    assert "Twaalf weken is kort." not in page


@pytest.mark.parametrize(
    "wrong",
    [{"paragraph": "9"}, {"verdict": "x"}, {"text": ""}, {"name": ""}, {"email": "x"}],
)
def test_what_is_wrong_is_said_at_its_field(client, outcome, wrong):
    response = client.post(f"{outcome.url}reageren/", said(**wrong))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == list(wrong)


def test_who_is_banned_says_nothing_here_either(client, outcome, banned):
    client.post(f"{outcome.url}reageren/", said())
    token = Confirmation.objects.latest("pk").token

    page = client.post(f"/bevestigen/{token}/", follow=True)

    assert "Je reactie is niet geplaatst." in page.text
    assert not Remark.objects.exists()


def test_who_is_banned_and_logged_in_hears_it_at_the_form(client, outcome, banned):
    client.force_login(banned)

    page = client.post(f"{outcome.url}reageren/", said())

    assert page.status_code == 422
    assert "Met dit adres kun je nu niet reageren." in page.text
    assert not Remark.objects.exists()


def test_after_the_last_day_nothing_is_taken_in(client, group):
    outcome = make_outcome(
        group, slug="oud", status="consultatie", consultation_until=date(2020, 1, 1)
    )

    response = client.post(f"{outcome.url}reageren/", said(paragraph="0"))

    assert response.status_code == 200
    assert "Reageren kan nu niet" in response.content.decode()
    assert not Remark.objects.exists()


def test_with_the_answer_a_remark_is_read_by_everybody(
    client, group, outcome, lead, now, django_capture_on_commit_callbacks
):
    remark = make_remark(outcome, now=now, paragraph=1, passage="Een toets")

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            f"/werkgroepen/kwaliteit/werkruimte/reacties/{remark.pk}/",
            {"text": "Het worden zestien weken."},
        )
    client.logout()

    page = client.get(f"{outcome.url}reageren/").content.decode()
    assert "Te kort." in page
    assert "Het worden zestien weken." in page
    assert "1 keer eerst iets aanpassen" in client.get(outcome.url).content.decode()
    assert mail.outbox[0].to == ["x@x.example"]
    assert "Het worden zestien weken." in mail.outbox[0].body


def test_what_breaks_a_house_rule_is_not_placed_and_its_writer_hears_why(
    client, outcome, lead, now, django_capture_on_commit_callbacks
):
    remark = make_remark(outcome, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            f"/werkgroepen/kwaliteit/werkruimte/reacties/{remark.pk}/",
            {"verberg": "1", "ground": "advert"},
        )

    assert "Te kort." not in client.get(f"{outcome.url}reageren/").content.decode()
    assert "reclame" in mail.outbox[0].body


def test_a_remark_is_answered_once(outcome, lead, now):
    remark = make_remark(outcome, now=now)
    answer(said=remark, text="Ja.", by=lead, now=now)

    with pytest.raises(AlreadyAnswered):
        hide(said=remark, ground="advert", by=lead, now=now)


def test_a_text_does_not_stand_while_somebody_waits_for_an_answer(outcome, lead, now):
    before = objections_to(outcome)
    remark = make_remark(outcome, now=now)
    meanwhile = objections_to(outcome)
    answer(said=remark, text="Ja.", by=lead, now=now)

    assert before == []
    assert [strip_tags(each) for each in meanwhile] == [
        "Nog 1 reactie wacht op een antwoord van de groep. "
        "Beantwoord die (opent in een nieuw tabblad)."
    ]
    assert objections_to(outcome) == []


def test_who_settles_too_soon_finds_the_way_to_whoever_waits(
    client, outcome, lead, now
):
    client.force_login(lead)
    form = f"/werkgroepen/kwaliteit/werkruimte/uitkomsten/{outcome.pk}/"
    settled = {"plaatsen": "1", "status": "vastgesteld"}
    one, other = (make_remark(outcome, now=now) for _ in range(2))

    of_two = client.post(form, settled).text
    answer(said=other, text="Ja.", by=lead, now=now)
    of_one = client.post(form, settled).text

    desk = "/werkgroepen/kwaliteit/werkruimte/reacties/"
    for text, address in ((of_two, desk), (of_one, f"{desk}{one.pk}/")):
        summary = BeautifulSoup(text, "html.parser").select("#fouten li > a")
        assert address in [link["href"] for link in summary]


def test_only_the_lead_of_the_group_answers(client, outcome, now):
    remark = make_remark(outcome, now=now)
    user = User.objects.create_user("els")
    make_member(make_group("imago"), user=user, function="trekker")
    client.force_login(user)
    for group in ("kwaliteit", "imago"):
        address = f"/werkgroepen/{group}/werkruimte/reacties/{remark.pk}/"
        assert client.post(address, {"text": "Nee."}).status_code == 404


def test_the_database_takes_no_answer_without_words(outcome, now):
    with pytest.raises(IntegrityError):
        make_remark(outcome, now=now, answered_at=now)


def test_a_member_who_reacts_shows_what_they_declare(client, outcome, now):
    iris = make_member_of_the_site(now, "Iris Blom", email="iris@x.example")
    make_interest(iris, "adviseur", with_whom="Belco")
    for name in ("Iris Blom", "Iemand"):
        make_remark(
            outcome,
            now=now,
            state="shown",
            shown_at=now,
            name=name,
            email="iris@x.example",
        )

    text = client.get(f"{outcome.url}reageren/").text

    assert "<b>Iris Blom</b> (belang: adviseur, Belco)" in text
    assert text.count("(belang:") == 1
