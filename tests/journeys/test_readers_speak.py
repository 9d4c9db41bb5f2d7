"""Readers react, judge and write along, without an account and without scripts."""

from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.test_interview import picture
from tests.journeys.tickets import confirm, link_in

STORY = "/verhalen/op-vijf-hoog-wordt-vooral-geluisterd/"
PRACTICE = "/verhalen/onze-chatbot-mislukte-dit-leerden-we/"
PIECE = " ".join(["Wij lieten de wachtrij een dag aanstaan en luisterden mee."] * 12)


def look(page: Page) -> None:
    """As axe does."""
    assert violations(page) == []


def test_a_comment_from_a_stranger_to_the_page(site, open_page):
    reader = open_page(width=390, java_script_enabled=False)
    moderator = open_page(scheme="dark")

    # written and confirmed, and not yet there
    reader.goto(site.url(STORY))
    reader.get_by_role("link", name="Lees en reageer").click()
    reader.get_by_label("Je reactie").fill("Bij ons hangt die vraag nu aan de muur.")
    reader.get_by_label("Je naam").fill("Saskia, coach")
    reader.get_by_label("Je e-mailadres").last.fill("Saskia@Voorbeeld.example")
    reader.get_by_role("button", name="Plaats mijn reactie").click()
    confirm(reader, site, "saskia@voorbeeld.example", "Ja, plaats mijn reactie")
    expect(reader.get_by_role("status")).to_contain_text("Een moderator leest hem")

    # read by a moderator
    log_in(moderator, site, "moderator")
    moderator.get_by_role("link", name="Reacties", exact=True).first.click()
    waiting = moderator.get_by_role("article").filter(has_text="Saskia, coach")
    waiting.get_by_role("button", name="Plaats").click()
    expect(moderator.get_by_text("Dat is geplaatst.")).to_be_visible()

    # and there it is
    reader.goto(site.url(f"{STORY}reacties/"))
    expect(reader.get_by_text("Bij ons hangt die vraag")).to_be_visible()
    watcher = open_page(width=390)
    for path in ("reacties/", "reacties/?antwoord=1", "reacties/1/melden/"):
        watcher.goto(site.url(STORY + path))
        look(watcher)
    dark = open_page(scheme="dark")
    for path in (f"{STORY}reacties/", "/huisregels/besluiten/", "/huisregels/"):
        dark.goto(site.url(path))
        look(dark)

    # and by the same link it is taken back
    reader.goto(link_in(site.mail("saskia@voorbeeld.example", "Bevestig"), "/bev"))
    reader.get_by_role("button", name="Trek dit in").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Het is weg")
    reader.goto(site.url(f"{STORY}reacties/"))
    expect(reader.get_by_text("Bij ons hangt die vraag")).to_have_count(0)


def test_a_practice_story_is_judged_and_its_makers_answer(site, open_page):
    reader, editor = open_page(width=390, scheme="light"), open_page()

    reader.goto(site.url(PRACTICE))
    reader.get_by_role("link", name="Lees waarom, en zeg het zelf").click()
    reader.get_by_role("radio", name="Niet herkenbaar").check()
    reader.get_by_role("button", name="Geef mijn oordeel").click()
    expect(reader.get_by_role("alert")).to_contain_text("Schrijf wat er bij jullie")
    look(reader)
    reader.get_by_label("Waarom?").fill("Bij ons begon het met de telefoon.")
    reader.get_by_label("Wat is je rol?").select_option("kwaliteit")
    reader.get_by_label("Je e-mailadres, dat").fill("toetser@voorbeeld.example")
    reader.get_by_role("button", name="Geef mijn oordeel").click()
    confirm(reader, site, "toetser@voorbeeld.example", "Ja, tel mijn oordeel mee")
    expect(reader.get_by_role("status")).to_contain_text("Je oordeel telt mee.")
    look(reader)

    log_in(editor, site, "redactie")
    number = site.run(
        "from stories.models import StoryPage;"
        "print(StoryPage.objects.get(slug='onze-chatbot-mislukte-dit-leerden-we').pk)"
    )
    editor.goto(site.url(f"/cms/praktijktoets/{number}/"))
    editor.get_by_label("E-mailadres bij de organisatie").fill("bas@lichtmeer.example")
    editor.get_by_role("button", name="Stuur een nieuwe link").click()
    expect(editor.get_by_text("De link is onderweg")).to_be_visible()
    maker = open_page(scheme="dark")
    mail = site.mail("bas@lichtmeer.example", "Jullie antwoord")
    maker.goto(link_in(mail, "/antwoord/"))
    look(maker)
    maker.get_by_label("Jullie antwoord").fill("Dat namen we over.")
    maker.get_by_role("button", name="Zet ons antwoord op de site").click()
    expect(maker.get_by_role("status")).to_contain_text("staat op de site")
    reader.goto(site.url(f"{PRACTICE}praktijktoets/"))
    expect(reader.get_by_text("Dat namen we over.")).to_be_visible()


def test_a_piece_from_an_idea_to_a_draft_of_the_editors(site, open_page):
    writer, editor = open_page(width=390), open_page(scheme="dark")

    writer.goto(site.url("/schrijf-mee/"))
    look(writer)
    writer.get_by_label("Werktitel").fill("Een dag met de wachtrij aan")
    writer.get_by_label("Waar gaat het over?").fill("Wat je hoort als je blijft.")
    writer.get_by_label("Je naam").fill("Joke Veenstra")
    writer.get_by_label("Je e-mailadres").fill("joke@voorbeeld.example")
    writer.get_by_role("button", name="Mail me mijn schrijfpagina").click()
    confirm(writer, site, "joke@voorbeeld.example", "Ja, ik wil schrijven")
    expect(writer.get_by_role("status")).to_contain_text("Dit is je schrijfpagina.")
    writer.get_by_label("Je stuk").fill(PIECE)
    writer.get_by_label("Foto", exact=False).first.set_input_files(picture("#00584a"))
    writer.get_by_role("button", name="Bewaar").click()
    expect(writer.get_by_role("alert")).to_contain_text("Vul in wie de foto maakte.")
    writer.get_by_label("Foto", exact=False).first.set_input_files(picture("#00584a"))
    writer.get_by_label("Wie maakte de foto?").fill("Joke Veenstra")
    writer.get_by_label("Ja, ik maakte hem zelf").check()
    writer.get_by_role("button", name="Bewaar").click()
    expect(writer.get_by_role("status")).to_contain_text("Bewaard.")
    expect(writer.get_by_role("link", name="zondag.jpg")).to_be_visible()
    look(writer)
    writer.get_by_role("button", name="Lever in bij de redactie").click()
    expect(writer.get_by_role("status")).to_contain_text("Ingeleverd.")

    log_in(editor, site, "redactie")
    editor.get_by_role("link", name="Bijdragen", exact=True).first.click()
    editor.get_by_role("link", name="Een dag met de wachtrij aan").click()
    expect(editor.get_by_role("img", name="Ingestuurde foto 1")).to_be_visible()
    editor.get_by_role("button", name="Maak verhaal").click()
    title = editor.get_by_role("textbox", name="Titel*")
    expect(title).to_have_value("Een dag met de wachtrij aan")
    expect(editor.get_by_text("Joke Veenstra").first).to_be_visible()
