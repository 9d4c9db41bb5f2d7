"""Whole pages that are kept for visitors without a cookie."""

import gzip

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from wagtail.models import Page

from home.models import OwedMail
from home.page_cache.figures import until_written
from home.page_cache.front import Front
from home.page_cache.generation import (
    chosen,
    touches_a_page,
    watch,
    watched,
)
from home.page_cache.middleware import PageCache, keep_for
from home.page_cache.store import pages
from stories.models import Comment
from stories.reactions.services import Words, accept, write
from tests.factories.home import make_organisation, make_person
from tests.factories.reactions import WILMA
from tests.factories.stories import make_story, make_story_index

PACKED = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def reader(settings, tmp_path):
    """Without a cookie, on a site of one process that keeps pages."""
    settings.PAGE_CACHE = "file"
    settings.VAR_DIR = tmp_path
    chosen.cache_clear()
    pages.cache_clear()
    watch(connection)
    yield Client()
    connection.execute_wrappers.remove(watched)
    chosen.cache_clear()
    pages.cache_clear()


def test_a_kept_page_costs_no_question_and_is_the_same(
    reader, db, django_assert_num_queries
):
    story = make_story()
    drawn = reader.get(story.url)

    with django_assert_num_queries(0):
        kept = reader.get(story.url)

    assert kept.content == drawn.content
    assert dict(kept.headers) == dict(drawn.headers)


def test_what_is_no_page_of_the_tree_is_kept_too(reader, db, django_assert_num_queries):
    person, firm = make_person(), make_organisation()
    story = make_story(by=person, organisation=firm, topics=["planning"])
    own = [person.get_absolute_url(), firm.get_absolute_url(), "/begrippen/"]
    feeds = ["/verhalen/feed/", "/onderwerpen/planning/", "/sitemap.xml"]
    addresses = [*own, *feeds, f"/verhalen/{story.slug}/reacties/"]
    drawn = [reader.get(each).content for each in addresses]

    with django_assert_num_queries(0):
        kept = [reader.get(each).content for each in addresses]

    assert kept == drawn


def test_what_is_committed_is_seen_at_once_also_when_written_in_bulk(
    reader, db, django_capture_on_commit_callbacks
):
    story = make_story("De eerste kop")
    reader.get(story.url)

    with django_capture_on_commit_callbacks(execute=True):
        Page.objects.filter(pk=story.pk).update(title="De tweede kop")

    assert "De tweede kop" in reader.get(story.url).content.decode()


def test_what_is_rolled_back_or_on_no_page_changes_nothing(
    reader, db, django_assert_num_queries, django_capture_on_commit_callbacks
):
    story = make_story()
    reader.get(story.url)

    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            Page.objects.filter(pk=story.pk).update(title="Toch niet")
            transaction.set_rollback(True)
        OwedMail.objects.filter(pk=0).update(sent_at=None)

    with django_assert_num_queries(0):
        reader.get(story.url)


@pytest.mark.parametrize(
    ("sql", "touches"),
    [
        ('SELECT "title" FROM "wagtailcore_page"', False),
        ('INSERT INTO "events_pair" ("state") VALUES (1)', True),
        ('UPDATE "django_session" SET "x" = 1', False),
        ('DELETE FROM "django_tasks_db_dbtaskresult"', False),
        ('INSERT INTO "home_logincode" ("code") VALUES (%s)', False),
        ('UPDATE "mfa_authenticator" SET "last_used_at" = %s', False),
        ('INSERT INTO "home_interest" ("what") VALUES (%s)', True),
        ('  update "stories_comment" set "x" = 1', True),
        ('INSERT INTO "stories_comment" ("text") VALUES (%s)', False),
        ('UPDATE "stories_comment" SET "state" = %s WHERE "id" = %s', False),
        ('UPDATE "stories_comment" SET "state" = %s, "shown_at" = %s WHERE', True),
        ("\n INSERT INTO wagtailsearch_indexentry (title) VALUES (1)", False),
        ('INSERT OR IGNORE INTO "events_pair" ("state") VALUES (1)', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s WHERE "id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE', True),
    ],
)
def test_only_what_may_stand_on_a_page_counts(sql, touches):
    assert touches_a_page(sql) is touches


def test_neither_a_draft_nor_a_comment_that_waits_makes_a_page_old(
    reader, db, now, django_assert_num_queries, django_capture_on_commit_callbacks
):
    story, other = make_story(), make_story("Nog niet klaar", live=False)
    reader.get(story.url)

    with django_capture_on_commit_callbacks(execute=True):
        words = Words(name="Wilma", text="Bij ons ook.")
        comment = write(story=story, email=WILMA, words=words, now=now)
        accept(comment, now=now)
        other.title = "Bijna klaar"
        other.save_revision()

    with django_assert_num_queries(0):
        reader.get(story.url)
    with django_capture_on_commit_callbacks(execute=True):
        Comment.objects.filter(pk=comment.pk).update(state="shown", shown_at=now)
    assert "1 reactie" in reader.get(story.url).text


def through_the_front(**asked) -> tuple[dict, bytes]:
    """What a server is told; Django behind it says only that it was asked."""
    told: dict = {}
    environ = RequestFactory().get("/verhalen/een/").environ | asked
    front = Front(lambda *_: [b"Django"])
    body = front(environ, lambda _, headers: told.update(headers))
    return told, b"".join(body)


def test_a_kept_page_is_handed_out_in_front_of_django(reader, rf):
    answer = keep_for(HttpResponse("een pagina", headers={"ETag": '"1"'}), 60)
    PageCache(lambda _: answer)(rf.get("/verhalen/een/"))

    plain = through_the_front()
    known = through_the_front(HTTP_COOKIE="sessionid=x")
    has_it = through_the_front(HTTP_IF_NONE_MATCH='"1"')
    sends = through_the_front(REQUEST_METHOD="POST")
    signs = through_the_front(HTTP_AUTHORIZATION="Basic eA==")
    chosen().next()
    old = through_the_front()

    assert plain == (dict(answer.headers), b"een pagina")
    assert known == has_it == sends == signs == old == ({}, b"Django")


def test_every_host_and_scheme_has_pages_of_its_own(reader, rf):
    drawn = []

    def draw(request):
        drawn.append(request)
        return keep_for(HttpResponse("een pagina"), 60)

    cache = PageCache(draw)
    ways = [{}, {"HTTP_HOST": "elders.nl"}, {"HTTP_X_FORWARDED_PROTO": "https"}]

    for way in ways * 2:
        cache(rf.get("/", **way))

    assert len(drawn) == len(ways)


def test_figures_are_counted_again_once_something_was_written(reader, settings):
    numbers = [1, 2, 3, 4]
    count = until_written(lambda *given: (*given, numbers.pop(0)))

    twice = [count("mens"), count("mens")]
    chosen().next()
    after = count("mens")
    settings.PAGE_CACHE = ""

    assert twice == [("mens", 1), ("mens", 1)]
    assert after == ("mens", 2)
    assert [count("mens"), count("mens")] == [("mens", 3), ("mens", 4)]


def test_a_selection_neither_gets_nor_leaves_a_kept_page(reader, db):
    story = make_story()
    plain = reader.get(story.url).text
    chooser = Client()

    chooser.post("/selectie/", {"erbij": story.pk})
    theirs = chooser.get(story.url).text
    after = reader.get(story.url).text

    assert "In je selectie" in theirs
    assert "In je selectie" not in plain
    assert after == plain
    assert not chooser.get("/selectie/").has_header("ETag")


def test_what_is_written_while_a_page_is_drawn_makes_it_old(reader, rf):
    words = ["oud", "nieuw"]

    def draw(request):
        answer = keep_for(HttpResponse(words.pop(0)), 60)
        chosen().next()
        return answer

    cache = PageCache(draw)

    assert [cache(rf.get("/")).content for _ in words[:]] == [b"oud", b"nieuw"]


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken"])
def test_who_has_a_cookie_of_ours_is_never_given_a_kept_page(reader, db, cookie):
    story = make_story()
    reader.get(story.url)
    Page.objects.filter(pk=story.pk).update(title="Alleen voor wie echt kijkt")

    known = reader.get(story.url, headers={"Cookie": f"{cookie}=x"})
    other = reader.get(story.url, headers={"Cookie": "iets=anders"})

    assert "Alleen voor wie echt kijkt" in known.content.decode()
    assert "Alleen voor wie echt kijkt" not in other.content.decode()


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ({}, True),
        ({"status": 404}, False),
        ({"headers": {"Cache-Control": "no-store, private"}}, False),
    ],
)
@pytest.mark.parametrize(
    ("path", "asks_what_we_know"),
    [
        ("/verhalen/?thema=mens&pagina=2", True),
        ("/verhalen/?utm_source=mail", False),
        (f"/verhalen/?thema={'x' * 300}", False),
    ],
)
def test_only_good_answers_to_known_questions_are_kept(
    reader, rf, answer, kept, path, asks_what_we_know
):
    drawn = []

    def draw(request):
        drawn.append(request)
        return keep_for(HttpResponse("een pagina", **answer), 60)

    cache = PageCache(draw)

    for _ in range(2):
        cache(rf.get(path))

    assert len(drawn) == (1 if kept and asks_what_we_know else 2)


@pytest.mark.parametrize(("path", "asks"), [("/", True), ("/healthz", False)])
def test_whether_the_process_lives_depends_on_nothing(reader, rf, caplog, path, asks):
    cache = PageCache(HttpResponse)
    cache.generation = None  # as when the database is gone: asking it fails

    cache(rf.get(path))

    assert ("it is not known whether pages changed" in caplog.messages) is asks


@pytest.mark.parametrize("spoil", ["cookie", "post", "preview", "signed", "unsaid"])
def test_what_is_of_one_visitor_is_not_kept(reader, rf, spoil):
    drawn = []

    def draw(request):
        drawn.append(request)
        answer = keep_for(HttpResponse("een pagina"), 0 if spoil == "unsaid" else 60)
        if spoil == "cookie":
            answer.set_cookie("csrftoken", "x")
        return answer

    cache = PageCache(draw)

    for _ in range(2):
        signed = {"HTTP_AUTHORIZATION": "Basic eA=="} if spoil == "signed" else {}
        request = rf.post("/") if spoil == "post" else rf.get("/", **signed)
        request.is_dummy = spoil == "preview"
        cache(request)

    assert len(drawn) == 2


def test_a_page_with_a_form_that_has_a_token_is_drawn_for_everybody(reader, db):
    make_story_index()

    tokens = {reader.get("/contact/").cookies["csrftoken"].value for _ in range(2)}
    reader.cookies.clear()
    tokens.add(reader.get("/contact/").cookies["csrftoken"].value)

    assert len(tokens) > 1


def test_who_has_the_page_already_gets_no_body(reader, db, django_assert_num_queries):
    story = make_story()
    etag = reader.get(story.url).headers["ETag"]

    with django_assert_num_queries(0):
        again = reader.get(story.url, headers={"If-None-Match": etag})
        head = reader.head(story.url)

    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.headers["ETag"]) == (200, etag)


def test_who_can_unpack_a_kept_page_gets_it_packed(
    reader, db, django_assert_num_queries
):
    story = make_story()
    plain = reader.get(story.url)
    drawn = reader.get(story.url, headers=PACKED)

    with django_assert_num_queries(0):
        kept = reader.get(story.url, headers=PACKED)
        still_plain = reader.get(story.url)
        again = reader.get(story.url, headers=PACKED | {"If-None-Match": kept["ETag"]})

    assert gzip.decompress(kept.content) == plain.content == still_plain.content
    assert kept.content == drawn.content
    assert len(kept.content) < len(plain.content) / 2
    assert int(kept["Content-Length"]) == len(kept.content)
    assert (kept["Content-Encoding"], kept["ETag"]) == ("gzip", f"W/{plain['ETag']}")
    assert "Accept-Encoding" in kept["Vary"]
    assert "Accept-Encoding" in plain["Vary"]
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("takes", "way"),
    [
        ("br, GZip;q=0.1", "gzip"),
        ("gzip;q=0.0, identity", None),
        ("identity, gzip ; q=0", None),
        ("gzip;q=0.01", "gzip"),
        ("", None),
    ],
)
def test_who_refuses_a_packed_page_gets_it_plain(reader, db, takes, way):
    story = make_story()

    page = reader.get(story.url, headers={"Accept-Encoding": takes})

    assert page.get("Content-Encoding") == way


def test_what_may_hold_a_secret_is_never_packed(reader, db):
    """Or who makes a browser ask could count it out of the bytes (BREACH)."""
    make_story_index()

    form = reader.get("/contact/", headers=PACKED)

    assert "csrfmiddlewaretoken" in form.text
    assert "Content-Encoding" not in form.headers
