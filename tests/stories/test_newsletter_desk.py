"""Where an issue is composed and sent: editors compose, the chief sends."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from stories.models import IssuePage, Mailing, NewsletterPage, StoryPage
from stories.newsletter.desk.viewsets import PROOF_AND_SEND
from stories.newsletter.sending import begin, send_issues, stop
from tests import stubborn_mail
from tests.factories.home import make_site
from tests.factories.newsletter import make_issue, make_mailing
from tests.factories.stories import make_story, make_subscriber
from tests.stories.desk import edit_address, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def desk(issue) -> str:
    return reverse("newsletter_send", args=[issue.pk])


def act(client, issue, what: str, **typed):
    return client.post(desk(issue), {"act": what, **typed}, follow=True)


def filled_in(pages=(), **changes):
    """The form of an issue as a browser sends it."""
    items = [{"page": page.pk} for page in pages]
    return nested_form_data(
        {
            "title": "Wat er klonk in november",
            "slug": "november",
            "preheader": "Vier verhalen en een dag in maart.",
            "opening": rich_text("<p>Dag.</p>"),
            "closing": rich_text(""),
            "also_monthly": "on",
            "items": inline_formset(items),
            "seo_title": "",
            "search_description": "",
            "comments": inline_formset([]),
            **changes,
        }
    )


def add_address() -> str:
    page = NewsletterPage.objects.get()
    return reverse("wagtailadmin_pages:add", args=["stories", "issuepage", page.pk])


def test_an_editor_composes_in_an_order_of_their_own(client, editor):
    later, sooner = make_story("Later"), make_story("Eerder")

    answer = client.post(add_address(), filled_in([later, sooner]))

    issue = IssuePage.objects.get()
    assert answer.status_code == 302, answer.text
    draft = issue.get_latest_revision_as_object()
    assert [teaser.title for teaser in draft.teasers_in()] == ["Later", "Eerder"]
    assert not issue.live


@pytest.mark.parametrize("text", ["geen json", "", "[]", "7", '{"blocks": [7]}'])
def test_a_rich_text_that_no_editor_sends_is_a_bad_request(client, editor, text):
    make_issue()

    answer = client.post(add_address(), filled_in(opening=text))

    assert answer.status_code == 400
    assert "<h1>" in answer.text
    assert IssuePage.objects.count() == 1


def test_another_kind_of_page_is_refused_at_its_place(client, editor):
    page = client.post(add_address(), filled_in([NewsletterPage.objects.get()]))

    assert "Kies een verhaal of een evenement." in page.text
    assert not IssuePage.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"title": "x" * 256}, {"preheader": "x" * 141}, {"preheader": "a\x00b"}],
)
def test_what_does_not_fit_is_said_and_nothing_is_lost(wrong, client, editor):
    page = client.post(add_address(), filled_in(**wrong))

    assert page.status_code == 200
    assert "error-message" in page.text
    assert not IssuePage.objects.exists()


def test_the_list_tells_what_became_of_each_issue(client, editor, now):
    make_issue("Een concept")
    make_mailing(now=now, title="Het vorige")
    send_issues(now=now)

    page = client.get(reverse("nieuwsbrief:index"))

    assert "nog niet verstuurd" in page.text
    assert "verstuurd, 25 november 2026, 14.05 uur" in page.text
    assert reverse("newsletter_subscribers") in page.text


def test_the_list_asks_once_what_became_of_all_issues(client, editor, now):
    for _ in range(4):
        make_mailing(now=now)

    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("nieuwsbrief:index"))

    asked = [each["sql"] for each in queries if 'FROM "stories_mailing"' in each["sql"]]
    assert len(asked) == 1


def test_the_way_to_sending_stands_at_the_issue(client, editor):
    edited = [edit_address(page) for page in (make_issue(), make_story())]

    pages = [client.get(address) for address in (add_address(), *edited)]

    assert [PROOF_AND_SEND in page.text for page in pages] == [True, True, False]


def test_what_was_typed_is_kept_before_it_is_proofed(client, editor):
    typed = filled_in([make_story()], **{PROOF_AND_SEND: "Proef en versturen"})

    answers = [client.post(add_address(), typed)]
    issue = IssuePage.objects.get()
    answers.append(client.post(edit_address(issue), typed | {"title": "Beter"}))

    assert [answer.headers["Location"] for answer in answers] == [desk(issue)] * 2
    issue.refresh_from_db()
    assert issue.get_latest_revision_as_object().title == "Beter"


def test_an_issue_that_is_locked_can_still_be_proofed(client, editor):
    issue = make_issue()
    IssuePage.objects.update(locked=True)

    page = client.get(edit_address(issue))

    assert desk(issue) in page.text


def test_who_gets_it_is_said_in_numbers_and_words(client, chief, now):
    make_subscriber("a@x.example", now=now)
    make_subscriber("b@x.example", now=now, rhythm="week")
    make_subscriber("c@x.example", now=now, left_at=now)
    draft = make_story("Nog niet klaar", live=False)
    issue = make_issue(pages=[draft], themes=["mens"])

    page = client.get(desk(issue))

    words = " ".join(page.text.split())
    assert "naar <b>2 van de 2 abonnees</b>: 1 die elke week leest en 1 die" in words
    assert "een ander thema koos dan Mens" in words
    assert "Niet op de site, en daarom niet in de mail: <b>Nog niet klaar</b>" in words
    assert "Verstuur aan 2 abonnees" in words
    assert "a@x.example" not in words


def test_a_second_issue_in_a_month_is_warned_about(client, chief, now):
    earlier = now - timedelta(days=20)
    make_mailing(now=earlier, title="Nummer 1")
    send_issues(now=earlier)
    second, weekly = make_issue(), make_issue(also_monthly=False)

    pages = [client.get(desk(issue)) for issue in (second, weekly)]

    assert "kreeg op 5 november 2026 al een nummer: Nummer 1" in pages[0].text
    assert "al een nummer" not in pages[1].text


def test_an_editor_proofs_and_does_not_send(client, editor, now):
    editor.email = "lotte@x.example"
    editor.save()
    make_subscriber(now=now)
    issue = make_issue("Nummer 1")

    page = act(client, issue, "proof")
    answers = [
        client.post(desk(issue), {"act": what}).status_code
        for what in ("send", "stop", "go_on")
    ]

    assert [(mail.subject, mail.to) for mail in outbox.outbox] == [
        ("Proef: Nummer 1", ["lotte@x.example"])
    ]
    assert "De proef is onderweg naar lotte@x.example." in page.text
    assert "Versturen doet de eindredactie" in page.text
    # Wagtail sends who may not do something to the first page, with a message
    assert answers == [302, 302, 302]
    assert not Mailing.objects.exists()


def test_a_proof_that_fails_is_said(client, editor, settings):
    settings.MAILERS = {"default": {"BACKEND": "tests.stubborn_mail.StubbornBackend"}}
    issue = make_issue()
    without = act(client, issue, "proof")
    editor.email = "lotte@x.example"
    editor.save()
    stubborn_mail.calm_down()
    stubborn_mail.troubles.append(TimeoutError())

    failing = act(client, issue, "proof")

    assert "Er staat geen e-mailadres bij je account." in without.text
    assert "De mailserver nam de proef niet aan." in failing.text


def test_the_chief_sends_and_sees_how_far_it_is(client, chief, now):
    for number in range(3):
        make_subscriber(f"{number}@x.example", now=now)
    issue = make_issue("Nummer 1", pages=[make_story()])

    planned = act(client, issue, "send", at="")
    again = act(client, issue, "send", at="")
    send_issues(now=now)
    done = client.get(desk(issue))

    assert Mailing.objects.get().by == chief
    assert "Gepland: 25 november 2026, 14.05 uur." in planned.text
    assert "Dit nummer was al gepland of verstuurd." in again.text
    assert "<b>Verstuurd.</b> 3 van 3 verstuurd." in done.text
    assert "Zet stil" not in done.text
    assert len(outbox.outbox) == 3


def test_what_an_issue_lacks_is_said_before_it_is_sent(client, chief, now):
    issue = make_issue()
    revision = issue.get_latest_revision()
    revision.content |= {"preheader": "", "opening": ""}
    revision.save()

    refused = act(client, issue, "send", at="")

    assert "Nog niet af: regel na het onderwerp, opening." in refused.text
    assert not Mailing.objects.exists()


def test_a_plan_is_made_and_undone(client, chief, now):
    issue = make_issue()

    planned = act(client, issue, "send", at="2026-12-01 09:00")
    undone = act(client, issue, "stop")

    assert "Gepland: 1 december 2026, 09.00 uur." in planned.text
    assert "Verstuur aan 0 abonnees" in undone.text


def test_what_was_written_after_the_plan_is_said_to_stay_behind(client, chief, now):
    issue = make_issue()
    planned = act(client, issue, "send", at="2026-12-01 09:00")

    issue.save_revision()

    assert "dat gaat niet mee" not in planned.text
    assert "dat gaat niet mee" in client.get(desk(issue)).text


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-24 09:00", "Dat is al geweest."),
        ("morgen", "Vul een dag en een uur in."),
        ("\x00", "Vul een dag en een uur in."),
    ],
)
def test_a_wrong_moment_plans_nothing(at, said, client, chief):
    page = act(client, make_issue(), "send", at=at)

    assert page.status_code == 422
    assert said in page.text
    assert not Mailing.objects.exists()


def test_it_is_stopped_and_goes_on(client, chief, now):
    make_subscriber(now=now)
    mailing = make_mailing(now=now)
    Mailing.objects.filter(pk=mailing.pk).update(begun_at=now)

    stopped = act(client, mailing.issue, "stop")
    going = act(client, mailing.issue, "go_on")

    assert "Ga verder" in stopped.text
    assert "Zet stil" in going.text


def test_stopping_what_is_done_says_so(client, chief, now):
    mailing = make_mailing(now=now)
    send_issues(now=now)

    page = act(client, mailing.issue, "stop")

    assert "Alles was al verstuurd." in page.text


@pytest.mark.parametrize("group", ["", "Organisatoren"])
def test_nobody_else_gets_near(group, client, now):
    issue = make_issue()
    if group:
        from events import foundations  # noqa: PLC0415

        foundations.lay()
        client.force_login(make_user(group))

    answers = [client.get(desk(issue)), client.get(reverse("newsletter_subscribers"))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not any("versturen" in answer.url for answer in answers if group)


def test_the_numbers_of_subscribers_name_nobody(client, editor, now):
    make_subscriber("a@x.example", now=now)
    make_subscriber("b@x.example", now=now, rhythm="week")
    make_subscriber("c@x.example", now=now, stopped_at=now)
    make_subscriber("d@x.example", now=now, left_at=now)
    make_subscriber("e@x.example", now=now, confirmed_at=None)

    page = client.get(reverse("newsletter_subscribers"))

    words = " ".join(page.text.split())
    assert "<dd>2: 1 elke week, 1 elke maand</dd>" in words
    assert words.count("<dd>1</dd>") == 3
    assert "x.example" not in words


def test_stop_of_a_plan_that_is_gone_does_nothing(client, chief, now):
    mailing = make_mailing(now=now)
    issue = mailing.issue
    stop(mailing=mailing, now=now)

    page = act(client, issue, "stop")

    assert page.status_code == 200
    assert StoryPage.objects.count() == 0


@pytest.mark.parametrize("state", ["gepland", "onderweg"])
def test_an_issue_that_goes_out_is_not_thrown_away(client, chief, now, state):
    make_subscriber(now=now)
    mailing = make_mailing(now=now)
    issue = mailing.issue
    if state == "onderweg":
        begin(mailing=mailing, now=now)
    pages = [issue.pk, issue.get_parent().pk]
    one_by_one = [reverse("wagtailadmin_pages:delete", args=[pk]) for pk in pages]
    in_a_list = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    addresses = [*one_by_one, f"{in_a_list}?id={issue.pk}"]
    client.force_login(User.objects.create_superuser("beheer"))

    refused = [client.post(address, follow=True) for address in addresses]
    stop(mailing=mailing, now=now)
    client.post(one_by_one[0])

    for answer in refused:
        assert answer.redirect_chain[-1][0] == desk(issue)
        assert f"is {state}. Gooi je het nu weg" in answer.text
    assert IssuePage.objects.exists() is False
