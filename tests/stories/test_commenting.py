"""A reader says something; a click in a mail proves who it was."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import IntegrityError, transaction

from home.models import Confirmation, OwedMail, Reader
from home.readers.services import A_DAY
from stories.models import Comment, Report
from stories.reactions.rules import is_only_links, waits_for_review
from tests.asked import statements
from tests.factories.home import make_site
from tests.factories.reactions import WILMA, make_comment
from tests.factories.stories import make_full_story, make_series, make_story

pytestmark = pytest.mark.django_db
WORDS = {"name": "Wilma", "email": WILMA, "text": "Die vraag neem ik over."}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def page_of(story) -> str:
    return f"/verhalen/{story.slug}/reacties/"


def say(client, story, *, to=None, **changes):
    query = f"?antwoord={to.pk}" if to else ""
    return client.post(page_of(story) + query, {**WORDS, **changes})


def press(client):
    """The button behind the link in the last mail."""
    asked = Confirmation.objects.latest("pk")
    return client.post(f"/bevestigen/{asked.token}/")


@pytest.mark.parametrize(
    ("before", "text", "waits"),
    [
        (0, "Mooi verhaal.", True),
        (1, "Mooi verhaal.", True),
        (2, "Mooi verhaal.", False),
        (2, "Zie https://a.example en www.b.example.", False),
        (2, "https://a.example https://b.example http://c.example kijk", True),
    ],
)
def test_the_first_two_wait_and_so_does_a_heap_of_links(before, text, waits):
    assert waits_for_review(text, shown_before=before) is waits


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("https://a.example", True),
        (" www.a.example,\n https://b.example/x ! ", True),
        ("https://a.example legt uit hoe", False),
        ("Nee.", False),
        ("...", False),
    ],
)
def test_a_link_alone_says_nothing(text, only):
    assert is_only_links(text) is only


def test_nobody_reads_it_before_its_writer_confirmed(
    client, django_capture_on_commit_callbacks
):
    story = make_story()

    with django_capture_on_commit_callbacks(execute=True):
        answer = say(client, story)

    assert answer.status_code == 302
    assert "Kijk in je mail" in client.get(answer.url).text
    assert "neem ik over" not in client.get(page_of(story)).text
    assert WORDS["text"] not in outbox.outbox[-1].body
    link = f"/bevestigen/{Confirmation.objects.get().token}/"
    assert link in outbox.outbox[-1].body
    assert WORDS["text"] in client.get(link).text


def test_the_first_waits_for_a_moderator(client, now):
    story = make_story()
    for number in range(2):
        make_comment(story, now=now, email=f"{number}@x.example", text="Van ons.")
    say(client, story)

    answer = press(client)

    assert Comment.objects.latest("pk").state == Comment.State.WAITING
    page = client.get(answer.url)
    assert "Een moderator leest hem eerst" in page.text
    assert "neem ik over" not in page.text


def test_the_third_shows_at_once(client, now):
    story = make_story()
    for number in range(2):
        make_comment(story, now=now, text=f"Eerder {number}.")
    say(client, story)

    answer = press(client)

    comment = Comment.objects.latest("pk")
    assert (comment.state, comment.shown_at) == (Comment.State.SHOWN, now)
    assert answer.url == f"{page_of(story)}#reactie-{comment.pk}"
    assert "neem ik over" in client.get(page_of(story)).text
    assert "3 reacties" in client.get(story.url).text


def test_what_was_hidden_earns_no_trust(client, now):
    story = make_story()
    for _ in range(2):
        make_comment(story, now=now, state="hidden")
    say(client, story)

    press(client)

    assert Comment.objects.latest("pk").state == Comment.State.WAITING


def test_this_is_not_me_leaves_nothing(client):
    say(client, make_story())
    asked = Confirmation.objects.get()

    client.post(f"/bevestigen/{asked.token}/", {"nee": "1"})

    assert not Comment.objects.exists()
    assert not Reader.objects.exists()


def test_sent_twice_it_is_one_comment_and_one_mail(client):
    story = make_story()

    for _ in range(2):
        say(client, story)

    assert Comment.objects.count() == OwedMail.objects.count() == 1


def test_an_answer_stands_below_what_it_answers(client, now):
    story = make_story()
    first = make_comment(story, now=now, name="Naima")
    other = make_comment(story, now=now, name="Els")
    say(client, story, to=first, text="Doen wij ook.")
    press(client)
    Comment.objects.filter(parent=first).update(state="shown", shown_at=now)
    answer = Comment.objects.get(parent=first)

    say(client, story, to=answer, text="Wij ook.")

    deeper = Comment.objects.latest("pk")
    assert deeper.parent == first  # two levels, and no more
    listed = list(Comment.objects.shown().in_threads())
    assert listed == [first, answer, other]
    asking = client.get(f"{page_of(story)}?antwoord={first.pk}").text
    assert "Antwoord aan Naima" in asking


@pytest.mark.parametrize("to", ["999999", "x", "-1", "²", "9" * 30, ""])
def test_an_answer_to_nobody_is_not_found(to, client):
    page = client.get(f"{page_of(make_story())}?antwoord={to}")

    assert page.status_code == 404


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": ""}, "Schrijf eerst wat je wilt zeggen."),
        ({"text": "https://a.example"}, "Zet er in je eigen woorden bij"),
        ({"text": "x" * 2001}, "Dit is te lang. Hoogstens 2000 tekens."),
        ({"text": "a\x00b"}, "Er staat een teken in"),
        ({"name": ""}, "Vul een naam in."),
        ({"email": ""}, "Vul je e-mailadres in."),
        ({"email": "wilma"}, "Dit is geen e-mailadres."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(wrong, said, client):
    page = say(client, make_story(), **wrong)

    assert page.status_code == 422
    assert said in page.text
    kept = {**WORDS, **wrong}
    assert all(value in page.text for value in kept.values() if "\x00" not in value)
    assert not Comment.objects.exists()


def test_it_is_text_and_nothing_else(client, now):
    story = make_story()
    text = '<script>alert(1)</script> "><img src=x> https://a.example/?q=1&r=2'
    make_comment(story, now=now, text=text, name="<b>W</b>")

    page = client.get(page_of(story)).text

    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<b>W</b>" not in page
    link = '<a href="https://a.example/?q=1&amp;r=2" rel="nofollow">'
    assert link in page


def test_a_robot_hears_the_same_and_is_not_heard(client):
    answer = say(client, make_story(), website="x")

    assert answer.url.endswith("?verstuurd=1")
    assert not Comment.objects.exists()


def test_who_writes_very_often_waits(client):
    story = make_story()
    for number in range(10):
        say(client, story, email=f"{number}@x.example")

    page = say(client, story)

    assert "Probeer het over een uur" in page.text
    assert WORDS["text"] in page.text
    assert Comment.objects.count() == 10


def test_an_inbox_that_is_full_of_our_mail_is_left_alone(client):
    story = make_story()
    for number in range(A_DAY):
        say(client, story, text=f"Bericht {number}.")

    page = say(client, story)

    assert page.status_code == 422
    assert "Bevestig die eerst" in page.text
    assert OwedMail.objects.count() == A_DAY


def test_a_story_that_is_not_there_has_no_comments(client, now):
    draft = make_story(live=False)

    answers = [client.get(page_of(draft)), client.get("/verhalen/niets/reacties/")]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_thousand_comments_are_paged_and_cost_no_more(client, now):
    story = make_full_story(series=make_series())
    reader = make_comment(story, now=now).reader
    few, few_at_the_story = (
        len(statements(client, address)) for address in (page_of(story), story.url)
    )
    shown = {"reader": reader, "name": "W", "written_at": now, "shown_at": now}
    Comment.objects.bulk_create(
        Comment(story=story, text=f"Nummer {n}.", state="shown", **shown)
        for n in range(1000)
    )

    many, at_the_story = (
        len(statements(client, address)) for address in (page_of(story), story.url)
    )

    assert many == few <= 6
    assert at_the_story == few_at_the_story <= 8
    assert "1001 reacties" in client.get(story.url).text
    last = client.get(page_of(story), {"pagina": "21"}).text
    assert "Nummer 999." in last
    assert "Nummer 0." not in last


def test_the_page_of_comments_sets_no_cookie(client, now):
    comment = make_comment(now=now)

    answers = [
        client.get(page_of(comment.story)),
        client.get(f"{page_of(comment.story)}{comment.pk}/melden/"),
    ]

    assert [answer.cookies for answer in answers] == [{}, {}]


def test_somebody_reports_without_a_name(client, now):
    comment = make_comment(now=now)
    address = f"{page_of(comment.story)}{comment.pk}/melden/"

    wrong = client.post(address, {"ground": "gone", "text": "Hm."})
    answer = client.post(address, {"ground": "advert", "text": "Zie de link."})

    assert wrong.status_code == 422
    assert "Kies uit de lijst." in wrong.text
    assert "Dank, we kijken ernaar" in client.get(answer.url).text
    told = Report.objects.values_list("comment", "ground", "text", "settled_at")
    assert list(told) == [(comment.pk, "advert", "Zie de link.", None)]
    assert Comment.objects.get().state == Comment.State.SHOWN


def test_what_is_hidden_is_not_reported(client, now):
    comment = make_comment(now=now, state="hidden")

    page = client.get(f"{page_of(comment.story)}{comment.pk}/melden/")

    assert page.status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"state": "hidden"}, {"ground": "advert"}, {"shown_at": None}]
)
def test_the_database_refuses_half_a_decision(wrong, now):
    comment = make_comment(now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**wrong)


def test_an_answer_of_an_old_link_leads_to_the_right_page(client, now):
    story = make_story()
    for _ in range(51):
        make_comment(story, now=now)
    say(client, story)

    answer = press(client)

    comment = Comment.objects.latest("pk")
    assert answer.url == f"{page_of(story)}?pagina=2#reactie-{comment.pk}"
    assert timedelta(0) == now - comment.shown_at


def confirmed(comment, now) -> str:
    """The address where its writer may change it."""
    about = {"purpose": "stories.comment", "about_id": comment.pk}
    asked = Confirmation.objects.create(
        reader=comment.reader, asked_at=now, given_at=now, **about
    )
    return f"/reacties/{asked.token}/"


def test_a_slip_of_the_pen_is_mended_within_the_hour(client, now, time_machine):
    story = make_story()
    for _ in range(2):
        make_comment(story, now=now)
    comment = make_comment(story, now=now, text="Die vraag nem ik over.")
    address = confirmed(comment, now)

    answer = client.post(address, {"text": "Die vraag neem ik over."})

    assert answer.url.endswith(f"#{comment.anchor}")
    page = client.get(page_of(story)).text
    assert "nem ik" not in page
    assert ", bewerkt" in page
    time_machine.shift(timedelta(hours=1))
    late = client.post(address, {"text": "Wat anders."})
    assert (late.status_code, "nem ik over" in client.get(address).text) == (410, False)
    assert "Wat anders." not in client.get(page_of(story)).text


def test_what_somebody_new_changed_is_read_by_a_moderator_again(client, now):
    earlier = make_comment(now=now, text="Eerder.")
    comment = make_comment(earlier.story, now=now)

    answer = client.post(confirmed(comment, now), {"text": "Koop bij mij."})

    assert "?wacht=1" in answer.url
    assert Comment.objects.get(pk=comment.pk).state == "waiting"
    assert "Koop bij mij." not in client.get(page_of(comment.story)).text


@pytest.mark.parametrize("state", ["asked", "hidden"])
def test_what_is_not_confirmed_or_hidden_is_not_changed(client, now, state):
    comment = make_comment(now=now, state=state)

    answer = client.post(confirmed(comment, now), {"text": "Toch nog dit."})

    assert answer.status_code == 410
    assert Comment.objects.get().text == comment.text
