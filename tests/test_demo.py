"""The demo content: complete, well-formed, and never in the way of what people did."""

import re
from dataclasses import fields, is_dataclass
from html import unescape
from io import StringIO
from urllib.parse import urldefrag, urljoin

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from community.models import Point, Questionnaire, Ranking, Session
from community.questionnaires.results.counts import results, who_answered
from community.sessions.registration.at_the_table import at_the_table
from config.demo import (
    asked,
    contributions,
    documents,
    newsletter,
    occasions,
    people,
    reactions,
    sessions,
)
from config.demo.days import hackathon_day, open_day, trial_day
from config.demo.logins import LOGINS
from config.demo.outcomes import HUMAN, IMAGE, QUALITY
from config.demo.sales import WAITING
from config.demo.stories import STORIES
from events.models import Event, Guest, Order, Refund, Resale
from events.orders.services import places_left
from home.models import Photo, SiteDetails
from stories.models import SentPhoto, StoryPage
from tests.behind_links import behind_links
from tests.forms_walked import forms, send
from tests.searching import indexing

# all of it, also what asks no database: else pytest-django runs it after the tests
# that empty every table, and the demo would be loaded again into nothing
pytestmark = pytest.mark.django_db

FORBIDDEN = re.compile(
    r"!|\"|'|succesvol|\b(u|uw|passie|uniek\w*|uitdaging\w*|fantastisch\w*|geweldig\w*"
    r"|prachtig\w*|ontzettend|innovatief|dé|hét|best practice\w*|customer journey"
    r"|klant centraal|grootste|mooiste|leukste)\b",
    re.IGNORECASE,
)
CONTEXT = 30  # letters around what is wrong


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    """Loaded once for this module, and gone after it."""
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(settings, "STRIPE_API_BASE", "http://127.0.0.1:1")
        with indexing():
            load()
        yield
        transaction.set_rollback(True)


def load() -> str:
    said = StringIO()
    call_command("demo", "--ook-in-productie", stdout=said)
    return said.getvalue()


def rows() -> dict[str, int]:
    """Of every table, but for what Wagtail writes about reading itself."""
    return {
        model._meta.label: model._base_manager.count() for model in apps.get_models()
    }


def slugs(pages) -> list[str]:
    return [page.slug for page in pages]


def words_of(thing) -> list[str]:
    """Every text in the demo's own data, without addresses."""
    if isinstance(thing, str):
        return [] if re.fullmatch(r"[a-z0-9:./-]*", thing) else [thing]
    if isinstance(thing, dict):
        thing = list(thing.values())
    if is_dataclass(thing):
        thing = [getattr(thing, f.name) for f in fields(thing)]
    if isinstance(thing, list | tuple):
        return [text for part in thing for text in words_of(part)]
    return []


ALL_TEXTS = [
    STORIES,
    [QUALITY, IMAGE, HUMAN],
    [occasions.HACKATHON, occasions.TRIAL, occasions.OPEN_DAY],
    [people.ORGANISATIONS, people.PEOPLE, people.SERIES],
    documents.DOCUMENTS,
    [newsletter.SENT, newsletter.DRAFT],
    [reactions.REACTIONS, reactions.VERDICTS, reactions.ANSWER],
    sessions.SESSIONS,
    contributions.PIECES,
    [asked.FIRST_INTRO, asked.IMPROVEMENTS, asked.REASONS, asked.WISHES],
    [asked.NEXT_INTRO, asked.NEXT_QUESTIONS, asked.RANKING_INTRO, asked.CONCLUSION],
    [answer[4] for answer in asked.ANSWERS],
]


def test_loading_again_adds_nothing():
    before = rows()

    said = load()

    assert rows() == before
    assert "verhalen: niets erbij" in said


def test_what_somebody_changed_stays_changed():
    story = StoryPage.objects.get(slug="de-planner-schuift-aan")
    StoryPage.objects.filter(pk=story.pk).update(title="Anders", lead="Anders.")
    Event.objects.filter(slug="hackathon").update(city="Ede", capacity=70)
    SiteDetails.objects.update(phone="", demo_note="")
    redactie = User.objects.get(username="redactie")
    redactie.set_password("eigen-wachtwoord")
    redactie.save()

    load()

    story.refresh_from_db()
    event = Event.objects.get(slug="hackathon")
    redactie.refresh_from_db()
    assert (story.title, story.lead) == ("Anders", "Anders.")
    assert (event.city, event.capacity) == ("Ede", 70)
    assert SiteDetails.objects.values_list("phone", "demo_note").get() == ("", "")
    assert redactie.check_password("eigen-wachtwoord")


def test_a_second_run_leaves_orders_and_guests_as_they_are():
    Order.objects.filter(buyer_email="", payments=None).delete()
    orders = list(Order.objects.order_by("pk").values())
    guests = list(Guest.objects.order_by("pk").values())

    load()

    assert list(Order.objects.order_by("pk").values()) == orders
    assert list(Guest.objects.order_by("pk").values()) == guests


def test_every_page_and_every_link_within_the_site_answers(client):
    seen, todo, broken = set(), ["/"], {}

    while todo:
        path = todo.pop()
        answer = client.get(path)
        if answer.status_code >= 400:
            broken[path] = answer.status_code
        if "text/html" not in answer.headers.get("Content-Type", ""):
            answer.getvalue()  # reads a file to its end, which closes it
            continue
        for link in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', answer.text):
            there = urldefrag(urljoin(path, unescape(link))).url
            there = there.removeprefix("http://testserver") or "/"
            if there.startswith("/") and there not in seen:
                seen.add(there)
                if not there.startswith(("/cms/", "/static/", "/media/")):
                    todo.append(there)

    assert broken == {}
    live = {page.url for page in Page.objects.live().filter(depth__gt=1)}
    assert live - seen == set()


def test_an_editor_can_save_every_story_as_it_is():
    for page in StoryPage.objects.all():
        page.full_clean()
        page.body.stream_block.clean(page.body)

    assert StoryPage.objects.count() == len(STORIES)


def test_stories_are_of_all_kinds_and_some_have_a_photo():
    stories = StoryPage.objects.live()

    kinds = set(stories.values_list("kind", flat=True))

    assert kinds == set(StoryPage.Kind.values)
    assert stories.filter(photo__isnull=False).count() >= 5
    assert stories.filter(photo=None).count() >= 5


def test_a_story_is_found_by_its_author_and_its_topic():
    by_author = StoryPage.objects.search("Brandsma")
    by_topic = StoryPage.objects.search("vitaliteit")

    assert "de-planner-schuift-aan" in slugs(by_author)
    assert "ook-de-nacht-heeft-een-lijn" in slugs(by_topic)


def test_orders_exist_in_every_state():
    hackathon = Event.objects.get(slug="hackathon")
    guests = Guest.objects.of_event(hackathon)

    states = set(hackathon.orders.values_list("status", flat=True))

    assert states == set(Order.Status.values)
    assert set(guests.values_list("ground", flat=True)) == {"age", "sector", ""}
    assert guests.filter(declined_at__isnull=False).count() == 1
    refunds = Refund.objects.order_by("reason").values_list("reason", "status")
    assert list(refunds) == [("cancelled", "succeeded"), ("late", "succeeded")]


def test_the_hackathon_is_on_sale_with_60_places():
    hackathon = Event.objects.get(slug="hackathon")
    now = timezone.now()

    left = places_left(hackathon, now)

    assert hackathon.sells_at(now)
    assert hackathon.capacity == hackathon.places.count() == 60
    assert left == 60 - hackathon.orders.filter(pairs__place__isnull=False).count()
    assert 15 < left < 30


def test_the_open_day_is_full_but_for_who_has_the_code():
    event = Event.objects.get(slug="meeloopdag-deventer")
    prices = event.orders.order_by("pk").values_list("pairs__price", flat=True)

    assert places_left(event, timezone.now()) == 0
    assert [int(price) for price in prices] == [35] * 4 + [40] * 4
    assert event.places.filter(pair=None, pool__gt=0).count() == 2
    assert [entry.name for entry in event.waiting.in_line()] == WAITING
    assert Resale.objects.standing().get().pair.order.event == event


def test_nothing_is_kept_of_the_guests_of_the_trial_evening():
    guests = Guest.objects.filter(pair__order__event__slug="proefavond-zwolle")

    named = guests.exclude(name="", email="")

    assert guests.count() == 22
    assert guests.filter(ground="age").count() == 9
    assert not named.exists()


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.name)
def test_every_login_gets_into_the_cms(client, login):
    entered = client.login(username=login.name, password=login.password)

    answer = client.get("/cms/")

    assert entered
    assert answer.status_code == 200


def test_every_group_has_somebody_to_log_in_as():
    groups = set(Group.objects.values_list("name", flat=True))

    without = groups - {login.group for login in LOGINS}

    assert without == set()


def test_it_refuses_known_passwords_where_debug_is_off():
    with pytest.raises(CommandError, match="--ook-in-productie"):
        call_command("demo", stdout=StringIO())


@pytest.mark.parametrize("today", ["2026-11-25", "2027-02-28", "2028-02-29"])
def test_the_events_are_on_a_wednesday(today):
    day = timezone.datetime.fromisoformat(today).date()

    ahead, ago = hackathon_day(day) - day, day - trial_day(day)

    assert hackathon_day(day).weekday() == trial_day(day).weekday() == 2
    assert open_day(day).weekday() == 2
    assert 102 <= ahead.days <= 108
    assert 39 <= ago.days <= 45


def test_who_was_at_the_first_session_and_who_answered_is_counted_by_role():
    first = Session.objects.get(page__slug=sessions.FIRST.slug)
    asked_first = Questionnaire.objects.get(title=asked.FIRST)

    at_table, answered = at_the_table(first, []), who_answered(asked_first)

    assert (len(at_table.shares), at_table.total) == (1, 16)
    assert answered.shares
    assert answered.total == len(asked.ANSWERS)


def test_thirty_answers_lead_to_the_three_themes():
    found = Questionnaire.objects.get(title=asked.FIRST)
    counted = results(found, public=True, with_groups=True)

    lines = counted[0].lines
    themes = [asked.IMPROVEMENTS[letter] for letter in "ACB"]
    assert found.responses.sent().count() == 30
    assert [str(line.option) for line in lines[:3]] == themes
    assert lines[2].points > 1.5 * lines[3].points
    assert Ranking.objects.get().concluded_at is not None
    statuses = Point.objects.values_list("status", flat=True)
    assert set(statuses) == set(Point.Status.values)


def test_nobody_speaks_of_a_story_that_is_not_there_yet():
    since = {story.slug: story.days_ago for story in STORIES}

    too_early = [
        (said.story, said.days_ago)
        for said in [*reactions.REACTIONS, *reactions.VERDICTS]
        if said.days_ago >= since[said.story]
    ]

    assert too_early == []


def test_no_text_shouts_or_boasts():
    texts = [text for things in ALL_TEXTS for text in words_of(things)]

    found = [
        text[max(0, hit.start() - CONTEXT) : hit.end() + CONTEXT]
        for text in texts
        for hit in FORBIDDEN.finditer(text)
    ]

    assert found == []


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_a_story_is_worth_a_few_minutes(story):
    number = sum(len(text.split()) for text in words_of(story.body))

    assert 450 <= number <= 900
    assert "## Voor maandag" in story.body[-1].words or any(
        "## Voor maandag" in block.words for block in story.body[-2:]
    )


def test_the_demo_has_what_editors_and_readers_look_for(client):
    keyed = client.get("/zoeken/", {"q": "keurmerk"}).context["promoted"]
    selection = client.get("/selectie/voorbeeld/").text
    blocks = {
        block.block_type for page in StoryPage.objects.all() for block in page.body
    }

    assert [result.kind for result in keyed] == ["aanrader van de redactie"]
    assert "Lees dit voor maandag." in selection
    assert set(StoryPage.body.field.stream_block.child_blocks) - blocks <= {"photo"}
    assert Photo.objects.exclude(consent_until=None).exists()
    assert SentPhoto.objects.exists()


@pytest.mark.postgresql  # which refuses what is too long for a column
def test_no_form_stumbles_over_what_somebody_types(client, stripe):
    """Whatever it is, nothing of it is lost but a date of birth."""
    lead = User.objects.get(username="trekker-kwaliteit")
    space = "/werkgroepen/kwaliteit/werkruimte/"
    met, wrong = set(), []

    for who, starts in ((None, ["/", *behind_links()]), (lead, ["/account/", space])):
        if who:
            client.force_login(who)
        for form in forms(client, starts):
            if form.kind in met:
                continue
            met.add(form.kind)
            for text in ("", "😀" * 5_000, "9" * 25) if form.typed else ("",):
                cache.clear()  # nobody asks too often here
                answer = send(client, form, text)
                kept = answer.status_code == 302 or text[:25] in answer.text
                if answer.status_code not in {200, 302, 422} or not kept:
                    wrong.append((form.action, text[:9], answer.status_code))

    assert wrong == []
    assert {"guest", "plan_session"} <= {kind for kind, _ in met}
