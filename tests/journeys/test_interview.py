"""An interview: written, illustrated, looked over, read by who is in it, published."""

from datetime import date, timedelta
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import (
    act,
    add,
    choose,
    insert,
    log_in,
    paste,
    type_title,
    until_kept,
    write,
)
from tests.journeys.tickets import link_in

TITLE = "Wie belt er nog op zondag"
ADDRESS = "/verhalen/wie-belt-er-nog-op-zondag/"
LEAD = "Op zondag zit Ravi alleen aan de lijn. Wie hem belt, heeft geen haast."
QUESTION = "Wat vragen ze dan?"
ANSWER = "Of ik er ook ben als ze volgende week bellen."
GUEST = "ravi@interview.example"
FROM_WORD = """<!--StartFragment-->
<h1 style='mso-margin-top-alt:auto'>Wie er belt<o:p></o:p></h1>
<p class=MsoNormal><span style='color:red'>Vooral <b>chauffeurs</b>.</span></p>
<h2>Overdag<o:p></o:p></h2>
<h1>Wie er luistert<o:p></o:p></h1>
<!--EndFragment-->"""


def picture(ink: str = "#f8521b") -> dict:
    file = BytesIO()
    Image.new("RGB", (1200, 800), ink).save(file, "JPEG")
    return {"name": "zondag.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def upload(page: Page) -> None:
    """From the button in the form to a photo that is chosen."""
    page.get_by_role("button", name="Kies een afbeelding").first.click()
    window = page.get_by_role("dialog")
    window.get_by_role("tab", name="Uploaden").click()
    window.locator("input[type=file]").set_input_files(picture())
    window.get_by_role("textbox", name="Beeld*").fill("Fleur Adema")
    # the page takes the title from the name of the file, a moment later
    expect(window.get_by_role("textbox", name="Titel*")).to_have_value("zondag")
    window.get_by_role("button", name="Uploaden").click()
    expect(window).to_be_hidden()


def ask_a_question(page: Page) -> None:
    block = insert(page, "Verhaal*", "Vraag en antwoord")
    block.get_by_role("textbox", name="Vraag*").fill(QUESTION)
    write(block.get_by_role("textbox").last, ANSWER)


def paste_from_word(page: Page) -> None:
    paste(insert(page, "Verhaal*", "Tekst").get_by_role("textbox"), FROM_WORD)


def write_interview(page: Page, site) -> None:
    add(page, site, "Verhalen", "Verhaal toevoegen")
    type_title(page, TITLE)
    page.get_by_role("textbox", name="Inleiding*").fill(LEAD)
    upload(page)
    ask_a_question(page)
    paste_from_word(page)
    page.get_by_label("Soort").select_option("interview")
    choose(page, "Kies thema", "Mens")
    until_kept(page)


def let_it_be_read(editor: Page, guest: Page, site) -> None:
    """By a link in a mail; the answer stands with the editor."""
    editor.get_by_role("button", name="Meer acties").click()
    with editor.expect_navigation():
        editor.get_by_role("link", name="Feitencheck").click()
    editor.get_by_role("textbox", name="Naam").fill("Ravi")
    editor.get_by_role("textbox", name="E-mailadres").fill(GUEST)
    with editor.expect_navigation():
        editor.get_by_role("button", name="Verstuur de link").click()
    guest.goto(link_in(site.mail(GUEST, "Klopt dit"), "/feitencheck/"))
    expect(guest.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(guest.get_by_text(ANSWER)).to_be_visible()
    assert violations(guest) == []
    guest.get_by_label("Akkoord").check()
    guest.get_by_role("button", name="Verstuur").click()
    expect(guest.get_by_text("Je antwoord is bij de redactie.")).to_be_visible()
    editor.reload()
    answers = editor.get_by_role("row").filter(has_text="Ravi")
    expect(answers).to_contain_text("akkoord")


LET_THE_HOUR_COME = """
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision
planned = Revision.objects.exclude(approved_go_live_at=None).latest("pk")
planned.approved_go_live_at = timezone.now() - timedelta(minutes=1)
planned.content["go_live_at"] = planned.approved_go_live_at.isoformat()
planned.save()
call_command("publish_scheduled", verbosity=0)
"""


def plan(page: Page) -> None:
    """For a day that has yet to come in every time zone, in the panel of the status."""
    page.get_by_role("button", name="Toon/verberg status").click()
    page.get_by_role("button", name="Stel schema in").click()
    window = page.get_by_role("dialog")
    day = date.today() + timedelta(days=3)
    window.get_by_label("Publiceer op").fill(f"{day:%d-%m-%Y} 08:00")
    # the calendar lies over the button; with the keyboard it is in nobody's way
    with page.expect_navigation():
        window.get_by_role("button", name="Schema opslaan").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("is gewijzigd")


def test_an_interview_is_made_read_by_who_is_in_it_and_published(site, open_page):
    editor, guest, chief, reader = (open_page() for _ in range(4))

    # written and illustrated; the site says what is still missing
    log_in(editor, site, "redactie")
    write_interview(editor, site)
    editor.reload()
    advice = editor.get_by_role("region", name="Nakijken")
    expect(advice).to_contain_text("Er staat geen naam bij het verhaal.")
    expect(advice).to_contain_text("staat niet wat er te zien is")
    editor.get_by_role("button", name="Voeg naam toe").click()
    choose(editor, "Kies persoon", "Farida Boumans")
    until_kept(editor)

    # read by who is in it
    story = editor.url
    let_it_be_read(editor, guest, site)

    # handed in, and planned by the chief
    editor.goto(story)
    act(editor, "Stuur door naar Eindredactie")
    expect(editor.get_by_role("status").first).to_contain_text("goedkeuring ingediend")
    log_in(chief, site, "eindredactie")
    waiting = chief.get_by_role("region", name="In afwachting van jouw beoordeling")
    with chief.expect_navigation():
        waiting.get_by_role("link", name=TITLE).click()
    plan(chief)
    with chief.expect_navigation():
        act(chief, "Goedkeuren en publiceren")
    expect(chief.get_by_role("status").first).to_contain_text(TITLE)

    # not a minute early, and then there it is
    early = reader.goto(site.url(ADDRESS))
    assert early.status == 404
    site.run(LET_THE_HOUR_COME)
    reader.goto(site.url(ADDRESS))
    article = reader.get_by_role("article").first
    for words in (TITLE, LEAD, QUESTION, ANSWER, "Beeld: Fleur Adema"):
        expect(article.get_by_text(words).first).to_be_visible()
    photo = article.locator("figure img").first
    expect(photo).to_have_css("object-fit", "contain")  # nothing of it is cut off
    headings = article.locator(".rich").get_by_role("heading")
    expect(headings).to_have_text(["Wie er belt", "Overdag", "Wie er luistert"])
    expect(article.get_by_role("heading", name="Overdag", level=3)).to_be_visible()
    assert violations(reader) == []
