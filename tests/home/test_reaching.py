"""Write to a member: no address is shown, and nobody writes in another's name."""

from datetime import timedelta

import pytest
from django.core import mail as outbox

from home.mail.services import pay_owed_mail
from home.models import Approach, Confirmation, OwedMail
from home.reaching import retention
from stories.reactions.models import Ruling
from tests.factories.home import make_site
from tests.factories.people import make_account, make_member_of_the_site
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
SAID = {"name": "Pim", "email": "pim@voorbeeld.example", "text": "Heb je even?"}


@pytest.fixture
def iris(now, time_machine):
    time_machine.move_to(now, tick=False)
    make_site()
    person = make_member_of_the_site(
        now, email="iris@voorbeeld.example", reachable=True
    )
    make_story(by=person)
    return person


def address(person) -> str:
    return f"{person.get_absolute_url()}bericht/"


def test_a_message_goes_out_after_its_writer_confirmed(iris, client, now):
    shown = client.get(iris.get_absolute_url()).text
    form = client.get(address(iris)).text
    client.post(address(iris), SAID)
    before = [mail.kind for mail in OwedMail.objects.all()]

    client.post(f"/bevestigen/{Confirmation.objects.get().token}/")
    client.post(f"/bevestigen/{Confirmation.objects.get().token}/")
    pay_owed_mail(now=now)

    mail = outbox.outbox[-1]
    assert f'href="{address(iris)}"' in shown
    assert "iris@" not in shown + form
    assert before == ["home.confirm"]
    assert (mail.to, mail.reply_to) == (["iris@voorbeeld.example"], [SAID["email"]])
    assert "Heb je even?" in mail.body
    assert OwedMail.objects.filter(kind="home.approach").count() == 1


def test_who_is_logged_in_need_not_confirm_their_own_address_again(iris, client, now):
    client.force_login(make_account(now, SAID["email"]))

    client.post(address(iris), SAID)
    client.post(address(iris), SAID | {"email": "ander@voorbeeld.example"})
    elsewhere = {"sec-fetch-site": "cross-site"}
    client.post(address(iris), SAID | {"text": "Van elders"}, headers=elsewhere)

    kinds = OwedMail.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["home.approach", "home.confirm", "home.confirm"]


@pytest.mark.parametrize("changes", [{"reachable": False}, {"user": None}])
def test_who_can_not_be_reached_has_no_form_and_gets_no_mail(
    iris, client, now, changes
):
    client.force_login(make_account(now, SAID["email"]))
    client.post(address(iris), SAID)
    for name, value in changes.items():
        setattr(iris, name, value)
    iris.save()

    assert client.get(address(iris)).status_code == 404
    assert pay_owed_mail(now=now) == 0


def test_a_robot_and_a_flood_get_nowhere(iris, client):
    client.post(address(iris), SAID | {"website": "x"})
    quiet = Approach.objects.count()
    for number in range(5):
        client.post(address(iris), SAID | {"text": f"Bericht {number}"})

    page = client.post(address(iris), SAID | {"text": "Nog een"})
    wrong = client.post(address(iris), {})

    assert (quiet, page.status_code, wrong.status_code) == (0, 422, 422)
    assert "Probeer het over een uur." in page.text


def test_a_message_is_kept_for_a_month(iris, client, now):
    client.post(address(iris), SAID)

    told = retention.about(SAID["email"])["Berichten aan leden"]
    early = retention.forget(now=now + timedelta(days=29))
    late = retention.forget(now=now + timedelta(days=30))

    assert (told[0]["bericht"], early, late) == ("Heb je even?", 0, 1)


@pytest.mark.parametrize("is_known", [True, False])
def test_who_is_banned_writes_nobody_and_hears_why(iris, client, now, is_known):
    user = make_account(now, SAID["email"])
    why = {"elsewhere": "een reactie", "ground": "personal", "at": now}
    until = now + timedelta(days=7)
    Ruling.objects.create(act="ban", reader=user.reader, until=until, **why)
    if is_known:
        client.force_login(user)

    page = client.post(address(iris), SAID)
    if not is_known:
        token = Confirmation.objects.get().token
        page = client.post(f"/bevestigen/{token}/", follow=True)

    assert "Met dit adres kun je nu niemand schrijven." in page.text
    assert not Approach.objects.exists()
