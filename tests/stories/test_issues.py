"""An issue: what stands in it, as a page and as a mail."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.test.utils import WagtailPageTestCase

from home.models import HomePage
from home.pages.pictures import make_renditions
from stories.models import IssueItem, IssuePage, NewsletterPage
from stories.newsletter.letters import KEY, as_mail
from tests.asked import statements
from tests.factories.events import make_event_page
from tests.factories.home import make_person, make_photo
from tests.factories.newsletter import make_issue
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def contents():
    """Of every kind one: a story with an author, an event, and a story not yet out."""
    story = make_story("De planner schuift aan", by=make_person("Nina van Klaveren"))
    event = make_event_page()
    draft = make_story("Nog niet klaar", live=False)
    return [event, story, draft]


def test_pages_stand_in_the_order_of_the_editor_and_drafts_are_left_out(
    now, time_machine
):
    time_machine.move_to(now, tick=False)
    event, story, draft = contents()

    issue = make_issue(pages=[event, draft, story])

    told = [(teaser.pk, teaser.kind, teaser.line) for teaser in issue.teasers_in()]
    assert told == [
        (
            event.pk,
            "evenement",
            "10 maart 2027, 09.30 uur, Het Seinhuis, Amersfoort",
        ),
        (story.pk, "portret", "19 november 2026 · Nina van Klaveren · 1 minuut"),
    ]


def test_as_a_mail_every_address_is_complete():
    event, story, _ = contents()
    issue = make_issue(pages=[event, story], closing="<p>Tot <b>dan</b>.</p>")

    words = as_mail(issue)

    assert words.subject == issue.title
    for part in (words.text, words.html):
        for said in (
            story.title,
            event.title,
            "Nina van Klaveren",
            "http://testserver/",
        ):
            assert said in part
        assert f"/nieuwsbrief/afmelden/{KEY}/" in part
        assert f"/nieuwsbrief/voorkeuren/{KEY}/" in part
    assert "Dag. Lees alles (http://testserver/verhalen/)." in words.text
    assert "Tot dan." in words.text
    assert 'href="/' not in words.html
    assert "<img" not in words.html
    assert "<style" not in words.html


def test_what_an_editor_types_is_text():
    issue = make_issue("<b>Bel & mail</b> 🦉", preheader="<i>x</i>")

    words = as_mail(issue)

    assert words.subject == "<b>Bel & mail</b> 🦉"
    assert "&lt;b&gt;Bel &amp; mail&lt;/b&gt; 🦉" in words.html
    assert words.text.startswith("<b>Bel & mail</b> 🦉\n")


def test_an_address_that_was_pasted_stands_in_the_text_once():
    address = "https://voorbeeld.example/een"
    issue = make_issue(opening=f'<p>Zie <a href="{address}">{address}</a>.</p>')

    assert f"\n\nZie {address}.\n" in as_mail(issue).text


def test_the_archive_shows_what_is_published_newest_first(client, now):
    make_issue("Een concept")
    for number in range(25):
        make_issue(f"Nummer {number:02}", live=True, first_published_at=now)

    pages = [client.get("/nieuwsbrief/", {"pagina": number}) for number in (1, 2)]

    assert "Nummer 24" in pages[0].text
    assert pages[0].text.index("Nummer 24") < pages[0].text.index("Nummer 01")
    assert "Een concept" not in pages[0].text
    assert "Nummer 00" in pages[1].text


@pytest.mark.parametrize("number", [1, 6])
def test_an_issue_and_the_archive_ask_the_same_however_much_is_in_them(
    number, client, now
):
    photo = make_photo(size=(60, 40))
    make_renditions(photo)
    pages = [make_story(by=make_person(), photo=photo) for _ in range(number)]
    pages += [make_event_page(photo=photo) for _ in range(number)]
    for _ in range(number):
        issue = make_issue(pages=pages, live=True, first_published_at=now)

    asked = [len(statements(client, at)) for at in (issue.url, "/nieuwsbrief/")]

    assert asked == [10, 6]


def test_what_is_in_an_issue_shows_its_photo_and_only_without_one_a_cover(client):
    photo = make_photo(size=(60, 40))
    pages = [make_story(photo=photo), make_event_page(photo=photo), make_story()]
    issue = make_issue(pages=pages, live=True)

    shown = BeautifulSoup(client.get(issue.url).text, "html.parser")

    cards = shown.select("main article.story > :first-child")
    assert [card.name for card in cards] == ["picture", "picture", "svg"]


def test_both_previews_show_a_draft():
    story = make_story("De planner schuift aan")
    issue = make_issue("Nummer in wording", pages=[story])
    draft = issue.get_latest_revision_as_object()

    shown = {
        mode: draft.make_preview_request(preview_mode=mode)
        for mode, _ in draft.preview_modes
    }

    assert list(shown) == ["mail", "web"]
    for answer in shown.values():
        text = getattr(answer, "rendered_content", None) or answer.text
        assert "Nummer in wording" in text
        assert story.title in text
    assert "meld je af" in shown["mail"].text


def test_only_a_page_that_says_so_may_be_in_an_issue():
    item = IssueItem(page=HomePage.objects.get())

    with pytest.raises(ValidationError, match="Kies een verhaal of een evenement"):
        item.clean()


class TestTree(WagtailPageTestCase):
    def test_an_issue_stands_below_the_newsletter_only(self):
        self.assertAllowedSubpageTypes(NewsletterPage, {IssuePage})
        self.assertAllowedParentPageTypes(IssuePage, {NewsletterPage})
