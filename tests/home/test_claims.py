""" "Dit ben ik": asked by who is logged in, decided by an editor, nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.db import IntegrityError

from community.working_groups.access import may_lead
from home.claims import retention
from home.claims.services import Taken, claim, confirm_claim
from home.mail.services import pay_owed_mail
from home.models import Claim, OwedMail, Person
from stories.review.services import tell_of_work
from tests.factories.community import make_group, make_member
from tests.factories.home import make_person, make_site
from tests.factories.people import make_account, make_claim
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
DESK = "/cms/dit-ben-ik/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def lead() -> Person:
    """Who pulls a group, and has no account yet."""
    return make_member(make_group("kwaliteit"), "Farida", function="trekker").person


def decide(client, asked, act, **said):
    return client.post(DESK, {"claim": asked.pk, "act": act, **said}, follow=True)


def test_an_editor_confirms_and_then_the_account_may_what_the_person_may(
    client, lead, now
):
    user, group = make_account(now), lead.memberships.get().group
    client.force_login(user)
    asked = client.post(f"/account/dit-ben-ik/{lead.slug}/", {"note": "Ik trek hem."})
    before = may_lead(user, group)
    client.force_login(make_user("Redactie"))

    decide(client, Claim.objects.get(), "confirm")

    assert asked["Location"] == "/account/"
    assert (before, may_lead(user, group)) == (False, True)
    pay_owed_mail(now=now)
    assert outbox.outbox[-1].to == [user.email]
    assert "Je account hoort nu bij Farida" in outbox.outbox[-1].subject


def test_a_refusal_has_a_reason_that_is_mailed(client, lead, now):
    asked = make_claim(now, lead)
    client.force_login(make_user("Eindredactie"))

    without = decide(client, asked, "refuse", reason="")
    still_open = Claim.objects.open().exists()
    decide(client, asked, "refuse", reason="Farida kent je niet.")
    pay_owed_mail(now=now)

    asked.refresh_from_db()
    lead.refresh_from_db()
    assert "Zeg waarom niet" in without.text
    assert (still_open, asked.status, lead.user) == (True, "refused", None)
    assert "Farida kent je niet." in outbox.outbox[-1].body


def test_only_editors_decide(client, lead, now):
    asked = make_claim(now, lead)
    for somebody in (make_user("Moderatoren"), asked.user):
        client.force_login(somebody)
        decide(client, asked, "confirm")
    client.logout()
    decide(client, asked, "confirm")

    lead.refresh_from_db()
    assert lead.user is None


def test_nobody_decides_about_themselves(client, lead, now):
    editor = make_user("Redactie")
    asked = make_claim(now, lead, user=editor)
    client.force_login(editor)

    page = decide(client, asked, "confirm")

    lead.refresh_from_db()
    assert "Over jezelf besluit een ander." in page.text
    assert lead.user is None


def test_two_editors_and_two_claims_make_one_owner(client, lead, now):
    first, second = make_claim(now, lead), make_claim(now, lead)
    client.force_login(make_user("Redactie"))
    decide(client, first, "confirm")

    again = decide(client, first, "confirm")
    too_late = decide(client, second, "confirm")
    nonsense = client.post(DESK, {"claim": "x", "act": "confirm"})

    lead.refresh_from_db()
    assert lead.user == first.user
    assert "intussen al over besloten" in again.text
    assert "hoort al bij iemand" in too_late.text
    assert nonsense.status_code == 404


def test_an_account_is_one_person_and_asks_for_one_at_a_time(client, lead, now):
    user = make_account(now)
    other = make_person("Pim")
    make_story(by=other)
    client.force_login(user)
    for person in (lead, other, other):
        client.post(f"/account/dit-ben-ik/{person.slug}/", {"note": "Dat ben ik."})
    waiting = [each.person for each in Claim.objects.open()]
    Person.objects.filter(pk=other.pk).update(user=user)

    page = client.post(f"/account/dit-ben-ik/{lead.slug}/", {"note": "Ook."})

    assert waiting == [other]
    assert page.status_code == 422
    with pytest.raises(Taken):
        claim(user=user, person=lead, note="Ook.", now=now)
    with pytest.raises(Taken):
        confirm_claim(asked=Claim.objects.get(), by=User(pk=0), now=now)
    with pytest.raises(IntegrityError):
        make_claim(now, lead, user=user)


def test_who_is_nobody_finds_their_name_and_may_take_the_wish_back(client, lead, now):
    user = make_account(now)
    client.force_login(user)
    found = client.get("/account/profiel/", {"naam": "fari"})
    make_claim(now, lead, user=user)
    of_another = make_claim(now, lead)
    waiting = client.get("/account/profiel/")

    client.post("/account/dit-ben-ik/intrekken/")

    assert f'href="/account/dit-ben-ik/{lead.slug}/"' in found.text
    assert "De redactie kijkt ernaar." in waiting.text
    assert Claim.objects.get() == of_another


def test_who_has_no_public_page_can_not_be_claimed(client, now):
    hidden = make_person("Pim")
    client.force_login(make_account(now))

    assert client.get(f"/account/dit-ben-ik/{hidden.slug}/").status_code == 404


def test_editors_hear_once_an_hour_that_somebody_waits(lead, now):
    editor = make_user("Redactie")
    User.objects.filter(pk=editor.pk).update(email="lotte@voorbeeld.example")
    make_claim(now - timedelta(minutes=5), lead)

    told = tell_of_work(now=now)
    again = tell_of_work(now=now + timedelta(minutes=59))
    pay_owed_mail(now=now)

    assert (told, again) == (1, 0)
    assert OwedMail.objects.count() == 1
    assert "1 verzoek ‘dit ben ik’" in outbox.outbox[-1].body
    assert "Farida" not in outbox.outbox[-1].body


def test_a_claim_is_kept_for_a_year_and_given_to_whose_it_is(lead, now):
    asked = make_claim(now, lead)

    told = retention.about(asked.user.email)["Wie je zei te zijn"]
    early = retention.forget(now=now + timedelta(days=364))
    late = retention.forget(now=now + timedelta(days=365))

    assert (told[0]["persoon"], early, late) == ("Farida", 0, 1)
