"""An account: a code by mail, an address that is confirmed, and nobody else's."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from home.accounts import retention
from home.accounts.mail import login_code
from home.accounts.services import account_for, address_is_theirs, reader_of
from home.login import GUESSES
from home.models import LoginCode, Reader
from tests.asked import statements
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
IRIS = "iris@voorbeeld.example"
LOG_IN, TYPE_CODE = "/account/inloggen/", "/account/inloggen/code/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def ask(django_capture_on_commit_callbacks):
    """Somebody types an address; the code that was mailed there."""

    def ask(client, email=IRIS) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(LOG_IN, {"email": email})
        return outbox.outbox[-1].subject.split()[-1] if outbox.outbox else ""

    return ask


def member(now, email=IRIS) -> User:
    user = account_for(email, now=now)
    address_is_theirs(user=user, email=email, now=now)
    return user


def test_a_code_makes_the_account_and_confirms_the_address(client, ask, now):
    code = ask(client, " Iris@Voorbeeld.Example")

    answer = client.post(TYPE_CODE, {"code": code.lower()})

    user = User.objects.get(email=IRIS)
    assert answer["Location"] == "/account/"
    assert client.get("/account/").context["user"] == user
    assert (reader_of(user).email, reader_of(user).confirmed_at) == (IRIS, now)
    assert not user.has_usable_password()
    assert LoginCode.objects.count() == 0


def test_the_account_takes_what_the_address_had(client, ask, now):
    known = Reader.objects.create(
        email=IRIS, asked_at=now - timedelta(days=9), confirmed_at=now
    )

    client.post(TYPE_CODE, {"code": ask(client)})

    known.refresh_from_db()
    assert known.user == User.objects.get(email=IRIS)


def test_who_has_an_account_gets_the_same_one(client, ask, now):
    user = member(now)

    client.post(TYPE_CODE, {"code": ask(client)})

    assert client.get("/account/").context["user"] == user
    assert User.objects.filter(email=IRIS).count() == 1


def test_nobody_learns_which_address_has_an_account(ask, now):
    member(now)
    off = member(now, "weg@voorbeeld.example")
    User.objects.filter(pk=off.pk).update(is_active=False)

    def seen(email):
        client = Client()
        ask(client, email)
        page = client.get(TYPE_CODE)
        text = re.sub(r'value="\w{64}"', "", page.text)  # the CSRF token
        return page.status_code, text.replace(email, "…")

    addresses = (IRIS, "nieuw@voorbeeld.example", off.email)
    assert len({seen(each) for each in addresses}) == 1
    assert [mail.to for mail in outbox.outbox] == [[IRIS], [addresses[1]]]


def test_a_wrong_code_is_refused_and_the_fifth_ends_it(client, ask):
    code = ask(client)

    answers = [client.post(TYPE_CODE, {"code": "FOUT-FOUT"}) for _ in range(5)]
    late = client.post(TYPE_CODE, {"code": code})

    assert "Deze code klopt niet." in answers[0].text
    assert answers[-1]["Location"] == LOG_IN
    assert late["Location"] == LOG_IN
    assert client.get("/account/").status_code == 302


def test_a_code_is_worth_nothing_in_another_browser(client, ask):
    code = ask(client)

    elsewhere = Client().post(TYPE_CODE, {"code": code})

    assert elsewhere["Location"] == LOG_IN


def test_an_inbox_gets_three_codes_in_ten_minutes(ask):
    for _ in range(3):
        ask(Client())

    refused = Client().post(LOG_IN, {"email": IRIS})

    assert "Wacht een kwartier" in refused.text
    assert len(outbox.outbox) == 3


def test_a_mail_that_comes_too_late_is_not_sent(now):
    old = LoginCode(email=IRIS, code="A", asked_at=now - timedelta(minutes=15))
    young = LoginCode(email=IRIS, code="A", asked_at=now - timedelta(minutes=14))

    assert login_code(old) is None
    assert login_code(young).subject == "Je code is A"


def test_a_login_leads_back_to_our_own_pages_only(client, ask, now):
    for wanted, reached in [("/agenda/", "/agenda/"), ("//x.example/", "/account/")]:
        browser = Client()
        code = ask(browser)
        answer = browser.post(TYPE_CODE, {"code": code, "next": wanted})
        assert answer["Location"] == reached


def test_who_is_nobody_pays_nothing_for_the_link_in_the_head(client):
    asked = statements(client, "/begrippen/")

    page = client.get("/begrippen/")

    assert [sql for sql in asked if "session" in sql or "auth_user" in sql] == []
    assert '<a href="/account/inloggen/">Inloggen</a>' in page.text
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")


def test_a_member_sees_the_way_to_the_account(client, now):
    client.force_login(member(now))

    page = client.get("/begrippen/")

    assert '<a href="/account/">Mijn account</a>' in page.text
    assert "Inloggen" not in page.text


def test_pages_of_an_account_are_kept_by_nobody(client, now):
    client.force_login(member(now))

    pages = [client.get(f"/account/{path}") for path in ("", "veilig/", "uitloggen/")]

    assert {page["Cache-Control"] for page in pages} == {"private, no-store"}
    assert {page["X-Robots-Tag"] for page in pages} == {"noindex, nofollow"}
    assert Client().get("/account/")["Location"] == "/account/inloggen/?next=/account/"


def test_a_link_logs_nobody_out(client, now):
    client.force_login(member(now))

    client.get("/account/uitloggen/")
    before = client.get("/account/").status_code
    client.post("/account/uitloggen/")

    assert (before, client.get("/account/").status_code) == (200, 302)


def test_a_second_factor_is_added_after_a_code_and_asked_for_afterwards(
    client, ask, now, django_capture_on_commit_callbacks, time_machine
):
    client.post(TYPE_CODE, {"code": ask(client)})
    user = User.objects.get(email=IRIS)
    first = client.get("/account/veilig/app/")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/nog-even/", {"recipient": IRIS})
    again = outbox.outbox[-1].subject.split()[-1]
    client.post("/account/nog-even/code/?next=/account/veilig/app/", {"code": again})
    secret = client.get("/account/veilig/app/").context["form"].secret

    added = client.post("/account/veilig/app/", {"code": code_of(secret, now)})
    browser = Client()
    answer = browser.post(TYPE_CODE, {"code": ask(browser)})

    assert first["Location"].startswith("/account/nog-even/")
    assert added["Location"] == "/account/veilig/herstelcodes/"
    assert answer["Location"] == "/account/inloggen/tweede-stap/"
    assert browser.get("/account/").status_code == 302
    time_machine.move_to(now + timedelta(minutes=1))
    code = code_of(secret, now + timedelta(minutes=1))
    browser.post("/account/inloggen/tweede-stap/", {"code": code})
    assert browser.get("/account/").context["user"] == user


def test_a_lost_passkey_locks_no_member_out_but_does_in_the_cms(client, ask, now):
    iris = member(now)
    Authenticator.objects.create(user=iris, type="webauthn", data={})
    chief = User.objects.create_superuser("chef", email="chef@voorbeeld.example")
    Authenticator.objects.create(user=chief, type="webauthn", data={})

    ways = []
    for email in (IRIS, chief.email):
        browser = Client()
        answer = browser.post(TYPE_CODE, {"code": ask(browser, email)})
        ways.append(answer["Location"])

    assert ways == ["/account/", "/account/inloggen/tweede-stap/"]


def code_of(secret: str, moment) -> str:
    counter = int(moment.timestamp()) // 30
    return format_hotp_value(hotp_value(secret, counter))


def test_a_broken_passkey_is_a_sentence_and_no_error(client):
    client.get("/account/inloggen/passkey/", headers={"accept": "application/json"})

    answers = [
        client.post("/account/inloggen/passkey/", {"credential": credential})
        for credential in ("", "{}", "[1]", '{"id": "x"}', "geen json")
    ]

    assert {answer["Location"] for answer in answers} == {LOG_IN}


def test_what_nobody_uses_is_forgotten(now):
    used = member(now)
    User.objects.filter(pk=used.pk).update(last_login=now)
    account_for("nooit@voorbeeld.example", now=now)
    operator = User.objects.create_user("beheer", email="x@voorbeeld.example")
    LoginCode.objects.create(email=IRIS, code="A", asked_at=now)

    retention.forget(now=now + timedelta(days=8))
    after_a_week = set(User.objects.all())
    retention.forget(now=now + retention.UNUSED)

    assert after_a_week == {used, operator}
    assert set(User.objects.all()) == {operator}
    assert LoginCode.objects.count() == 0
    assert Reader.objects.get(email=IRIS).user is None


def test_an_address_is_given_and_taken_with_its_account(now):
    user = member(now)
    Authenticator.objects.create(user=user, type="totp", data={})
    other = member(now, "pim@voorbeeld.example")

    told = retention.about(IRIS)
    retention.erase(email=IRIS, now=now)

    assert [len(rows) for rows in told.values()] == [1, 1]
    assert set(User.objects.all()) == {other}


@pytest.fixture
def guarded(settings):
    """As in production."""
    middleware = "home.accounts.middleware.second_factor"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, middleware]


def test_the_cms_opens_for_who_showed_a_second_factor(guarded, client, now):
    chief = User.objects.create_superuser("chef", email="chef@voorbeeld.example")
    client.force_login(chief)

    refused = client.get("/cms/")
    first = client.get(refused["Location"])
    TOTP.activate(chief, "GEHEIM" * 5 + "AB")
    asked = client.get(refused["Location"])
    code = code_of("GEHEIM" * 5 + "AB", now)
    shown = client.post(asked["Location"], {"code": code})

    assert refused["Location"] == "/account/tweede-stap/?next=%2Fcms%2F"
    assert "chef@voorbeeld.example" in first.text
    assert asked["Location"] == "/account/nog-even/app/?next=%2Fcms%2F"
    assert shown["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200


def test_who_just_paired_an_app_is_not_asked_for_it_again(
    guarded, client, now, monkeypatch
):
    client.force_login(User.objects.create_superuser("a", email=IRIS))
    client.get("/account/tweede-stap/")
    # as on a site, where a commit comes before the answer; a test commits nothing
    monkeypatch.setattr(transaction, "on_commit", lambda act, **_how: act())
    client.post("/account/nog-even/", {"recipient": IRIS})
    code = outbox.outbox[-1].subject.split()[-1]
    client.post("/account/nog-even/code/", {"code": code})
    not_yet = client.get("/cms/")
    secret = client.get("/account/veilig/app/").context["form"].secret

    client.post("/account/veilig/app/", {"code": code_of(secret, now)})

    assert not_yet["Location"] == "/account/tweede-stap/?next=%2Fcms%2F"
    assert client.get("/cms/").status_code == 200


def test_a_password_alone_adds_no_second_factor(guarded, client):
    """Somebody who stole it would make one of their own."""
    client.force_login(User.objects.create_superuser("a", email="a@voorbeeld.example"))
    client.get("/account/tweede-stap/")
    nobody = Client()
    nobody.force_login(User.objects.create_superuser("b", email=""))
    nobody.get("/account/tweede-stap/")

    asked = client.get("/account/veilig/app/")
    refused = nobody.get("/account/veilig/app/")

    assert asked["Location"].startswith("/account/nog-even/?next=")
    assert refused.status_code == 403


def test_an_operator_takes_a_lost_factor_away():
    user = User.objects.create_user("lotte")
    TOTP.activate(user, "GEHEIM")

    call_command("forget_second_factor", "lotte", stdout=StringIO())

    assert not Authenticator.objects.exists()
    with pytest.raises(CommandError, match="Er is geen gebruiker ‘lot’"):
        call_command("forget_second_factor", "lot")


def test_the_login_of_the_cms_stays_open(guarded, client):
    assert client.get("/cms/login/").status_code == 200
    assert client.get("/cms/")["Location"].startswith("/cms/login/")
    assert client.get("/begrippen/").status_code == 200


def test_nobody_in_the_cms_changes_the_address_of_their_account(client):
    client.force_login(User.objects.create_superuser("a", email="a@voorbeeld.example"))

    page = client.get("/cms/account/")

    assert 'name="name_email-email"' not in page.text


def test_nobody_fills_the_inbox_of_an_editor_with_new_passwords(client, mailoutbox):
    User.objects.create_user("els", email="els@x.example", password="geheim")
    asked = {"email": "els@x.example"}

    answers = [client.post("/cms/password_reset/", asked) for _ in range(7)]

    assert {answer.url for answer in answers} == {"/cms/password_reset/done/"}
    assert len(mailoutbox) == 5


def test_nobody_guesses_on_at_an_account_nor_from_an_address(client):
    els, roos = ({"username": each, "password": "geheim"} for each in ("els", "roos"))
    for each in (els, roos):
        User.objects.create_superuser(**each)
    for _ in range(GUESSES):
        client.post("/cms/login/", {**els, "password": "fout"})

    at_the_account = client.post("/cms/login/", els, REMOTE_ADDR="192.0.2.9")
    from_the_address = client.post("/cms/login/", roos)
    neither = client.post("/cms/login/", roos, REMOTE_ADDR="192.0.2.9")

    for refused in (at_the_account, from_the_address):
        assert "te vaak een verkeerd wachtwoord" in refused.text
    assert neither["Location"] == "/cms/"


def test_who_often_logs_in_is_no_guesser(client):
    right = {"username": "els", "password": "geheim"}
    User.objects.create_superuser(**right)

    answers = [client.post("/cms/login/", right) for _ in range(GUESSES + 1)]

    assert {answer.status_code for answer in answers} == {302}


def test_the_other_door_of_the_cms_leads_to_a_code(client):
    answer = client.get("/_util/login/?next=/over-ons/")

    assert answer["Location"] == "/account/inloggen/?next=/over-ons/"
