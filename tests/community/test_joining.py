"""Somebody wants to join a group, and the lead answers."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from community.joining.models import Introduction
from community.joining.services import (
    AlreadyAnswered,
    accept_invitation,
    ask_as_member,
    decline,
    invite,
    let_in,
)
from community.models import JoinRequest, Membership
from community.working_groups.access import is_member
from community.working_groups.telling import tell_leads
from home.mail.services import pay_owed_mail
from home.models import Confirmation, Person, Reader, Role
from stories.reactions.models import Ruling
from tests.factories.community import make_group, make_join_request, make_member
from tests.factories.people import make_account

pytestmark = pytest.mark.django_db
ADDRESS = "/werkgroepen/mens/meedoen/"
DESK = "/werkgroepen/mens/werkruimte/aanmeldingen/"
INVITE = "/werkgroepen/mens/werkruimte/uitnodigen/"


@pytest.fixture
def group():
    return make_group("mens", join_question="Wanneer voelde je je gehoord?")


@pytest.fixture
def lead(group):
    user = User.objects.create_user("ilse", "ilse@x.example")
    make_member(group, "Ilse van Dam", user=user, function="trekker")
    return user


def filled_in(**fields) -> dict:
    return {
        "answer": "Toen mijn teamleider vroeg hoe het ging.",
        "name": "Jan Bos",
        "function": "planner",
        "in_trade": Role.objects.get(slug="wfm").pk,
        "email": "jan@x.example",
        "website": "",
        **fields,
    }


def test_a_request_waits_for_the_lead_after_the_click(
    client, group, django_capture_on_commit_callbacks
):
    shown = client.get(ADDRESS)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(ADDRESS, filled_in())
    before = JoinRequest.objects.get().state
    link = re.search(r"/bevestigen/[^/]+/", mail.outbox[0].body)[0]
    after = client.post(link, {"ja": "1"})

    assert "Wanneer voelde je je gehoord?" in shown.content.decode()
    assert before == "asked"
    assert JoinRequest.objects.get().state == "waiting"
    assert after.headers["Location"] == f"{ADDRESS}?bevestigd=1"


@pytest.mark.parametrize("field", ["answer", "name", "email"])
def test_what_is_missing_is_said_at_its_field(client, group, field):
    response = client.post(ADDRESS, filled_in(**{field: ""}))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not JoinRequest.objects.exists()


def test_a_robot_gets_the_same_answer_and_leaves_nothing(client, group):
    response = client.post(ADDRESS, filled_in(website="x"))

    assert response.headers["Location"] == f"{ADDRESS}?verstuurd=1"
    assert not JoinRequest.objects.exists()


def test_who_is_logged_in_needs_no_mail_but_a_token(group, now):
    user = User.objects.create_user("jan")
    Reader.objects.create(
        email="jan@x.example", user=user, asked_at=now, confirmed_at=now
    )
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)

    refused = client.post(ADDRESS, filled_in())
    client.get(ADDRESS)
    token = client.cookies["csrftoken"].value
    client.post(ADDRESS, filled_in(csrfmiddlewaretoken=token, email="x@x.example"))

    assert refused.status_code == 403
    asked = JoinRequest.objects.get()
    assert (asked.state, asked.reader.email) == ("waiting", "jan@x.example")


@pytest.mark.parametrize("is_known", [True, False])
def test_who_is_banned_asks_nothing_but_may_be_invited(
    client, group, lead, now, is_known
):
    user = make_account(now, "jan@x.example")
    until, why = now.replace(year=2999), {"elsewhere": "x", "ground": "personal"}
    Ruling.objects.create(act="ban", reader=user.reader, until=until, at=now, **why)
    if is_known:
        client.force_login(user)

    page = client.post(ADDRESS, filled_in(), follow=True)
    if not is_known:
        token = Confirmation.objects.get().token
        page = client.post(f"/bevestigen/{token}/", follow=True)

    assert "Je aanmelding is niet verstuurd." in page.text
    assert not JoinRequest.objects.exists()

    who = Introduction("Jan Bos", "", None, "")
    invited = invite(group=group, email=user.email, who=who, by=lead, now=now)
    accept_invitation(invited, now=now)
    assert is_member(user, group)


def test_who_asks_twice_waits_once(client, group, now):
    make_join_request(group, now=now, email="jan@x.example", waiting=True)

    client.post(ADDRESS, filled_in())

    assert JoinRequest.objects.get().state == "waiting"


def test_the_lead_lets_somebody_in_who_is_then_a_person_and_a_member(
    client, group, lead, now, django_capture_on_commit_callbacks
):
    asked = make_join_request(group, now=now, name="Jan Bos", function="planner")
    client.force_login(lead)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DESK}{asked.pk}/", {"binnen": "1"})

    person = Person.objects.get(name="Jan Bos")
    assert person.memberships.get().group == group
    assert person.user.email == asked.reader.email
    assert not person.user.has_usable_password()
    assert mail.outbox[0].to == [asked.reader.email]
    assert "/werkgroepen/mens/werkruimte/" in mail.outbox[0].body


def test_whom_the_site_knows_already_stays_the_same_person(group, lead, now):
    user = User.objects.create_user("jan", "jan@x.example")
    known = make_member(make_group("imago"), "Jan Bos", user=user).person
    yesterday = now.date() - timedelta(days=1)
    before = Membership.objects.create(group=group, person=known, until=yesterday)
    asked = make_join_request(group, now=now, email="jan@x.example")

    membership = let_in(asked=asked, by=lead, now=now)

    assert membership.person == known
    assert membership != before  # the time that is over stays as it was
    assert Person.objects.filter(name="Jan Bos").count() == 1


def test_a_no_needs_a_reason_and_goes_by_mail(
    client, group, lead, now, django_capture_on_commit_callbacks
):
    asked = make_join_request(group, now=now)
    client.force_login(lead)

    empty = client.post(f"{DESK}{asked.pk}/", {"reason": ""})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DESK}{asked.pk}/", {"reason": "De groep is vol tot maart."})

    assert empty.status_code == 422
    assert "De groep is vol tot maart." in mail.outbox[0].body
    assert "De groep is vol tot maart." in client.get(DESK).content.decode()


def test_an_answer_is_given_once(group, lead, now):
    asked = make_join_request(group, now=now)
    decline(asked=asked, reason="Vol.", by=lead, now=now)

    with pytest.raises(AlreadyAnswered):
        let_in(asked=asked, by=lead, now=now)

    assert not Membership.objects.filter(person__name=asked.name).exists()


@pytest.mark.parametrize("who", ["member", "lead elsewhere", "nobody"])
def test_only_the_lead_sees_who_wants_to_join(client, group, now, who):
    asked = make_join_request(group, now=now)
    user = User.objects.create_user("els")
    if who == "member":
        make_member(group, user=user)
    if who == "lead elsewhere":
        make_member(make_group("imago"), user=user, function="trekker")
    if who != "nobody":
        client.force_login(user)

    answers = [client.get(DESK), client.post(f"{DESK}{asked.pk}/", {"binnen": "1"})]

    expected = 302 if who == "nobody" else 404
    assert [answer.status_code for answer in answers] == [expected, expected]
    assert JoinRequest.objects.get().state == "waiting"


def test_the_lead_gets_one_mail_an_hour_about_what_is_new(group, lead, now):
    make_join_request(group, now=now, email="a@x.example")
    later = now + timedelta(minutes=20)

    told = [tell_leads(now=now + timedelta(minutes=1))]
    make_join_request(group, now=later, email="b@x.example")
    told.append(tell_leads(now=later))
    told.append(tell_leads(now=now + timedelta(minutes=62)))
    told.append(tell_leads(now=now + timedelta(minutes=130)))
    pay_owed_mail(now=now + timedelta(minutes=131))

    assert told == [1, 0, 1, 0]
    assert [message.to for message in mail.outbox] == [["ilse@x.example"]] * 2
    assert "2 aanmeldingen" in mail.outbox[0].body


@pytest.mark.parametrize(("function", "sees"), [("trekker", True), ("lid", False)])
def test_what_waits_is_shown_to_the_lead(client, group, now, function, sees):
    make_join_request(group, now=now)
    user = User.objects.create_user("els")
    make_member(group, user=user, function=function)
    client.force_login(user)

    response = client.get("/werkgroepen/mens/werkruimte/")

    assert response.status_code == 200
    assert ("1 aanmelding<" in response.content.decode()) is sees


def test_a_visitor_is_asked_to_log_in_before_the_working_space(client, group):
    response = client.get("/werkgroepen/mens/werkruimte/")

    assert response.status_code == 302
    assert response.headers["Location"].endswith("?next=/werkgroepen/mens/werkruimte/")


def test_who_is_invited_becomes_a_member_by_the_button_and_not_before(
    client, group, lead, django_capture_on_commit_callbacks
):
    client.force_login(lead)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(INVITE, {"name": "Jan Bos", "email": "Jan@x.example"})
    waits = client.get(INVITE).text
    client.logout()
    letter = mail.outbox[0]
    link = re.search(r"/bevestigen/[^/]+/", letter.body)[0]
    asked = client.get(link).text
    before = Membership.objects.filter(group=group).count()
    after = client.post(link)
    client.post(link)

    assert letter.to == ["jan@x.example"]
    assert letter.subject == "Ilse van Dam vraagt je mee te doen in werkgroep Mens"
    assert "jan@x.example, gevraagd op" in waits
    assert "Ja, ik doe mee" in asked
    assert before == 1
    assert after["Location"] == "/werkgroepen/mens/werkruimte/"
    member = Membership.objects.get(group=group, function="lid")
    assert (member.person.name, member.person.user.email) == ("Jan Bos", letter.to[0])


def test_who_says_no_to_an_invitation_is_forgotten(client, group, lead):
    client.force_login(lead)
    client.post(INVITE, {"name": "Jan Bos", "email": "jan@x.example"})
    token = Confirmation.objects.get().token

    client.post(f"/bevestigen/{token}/", {"nee": "1"})

    assert not JoinRequest.objects.exists()
    assert not Reader.objects.filter(email="jan@x.example").exists()


def test_an_invitation_that_was_taken_back_is_a_dead_link(client, group, lead):
    client.force_login(lead)
    client.post(INVITE, {"name": "Jan Bos", "email": "jan@x.example"})
    token = Confirmation.objects.get().token

    client.post(INVITE, {"weg": JoinRequest.objects.get().pk})

    assert client.get(f"/bevestigen/{token}/").status_code == 410


def test_who_asks_while_invited_is_in_and_who_asked_is_not_invited(
    client, group, lead, now
):
    who = Introduction("Jan Bos", "", None, "Omdat.")
    invite(group=group, email="jan@x.example", who=who, by=lead, now=now)
    make_join_request(group, now=now, email="els@x.example")

    ask_as_member(group=group, email="jan@x.example", who=who, now=now)
    client.force_login(lead)
    refused = client.post(INVITE, {"name": "Els", "email": "els@x.example"})

    assert Membership.objects.filter(group=group, function="lid").count() == 1
    assert "meldde zich zelf al aan" in refused.text


def test_a_member_invites_nobody(client, group):
    user = User.objects.create_user("els")
    make_member(group, "Els Dijkman", user=user)
    client.force_login(user)

    assert client.get(INVITE).status_code == 404
    answer = client.post(INVITE, {"name": "Jan", "email": "jan@x.example"})
    assert answer.status_code == 404
    assert not JoinRequest.objects.exists()
