"""What a story may be made of: what readers see, and what an editor is asked."""

import re
from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, streamfield

from stories.models import StoryPage
from tests.asked import statements
from tests.factories.home import make_document, make_person, make_term
from tests.factories.stories import make_full_story, make_series, make_story
from tests.stories.desk import add_address, edit_address, filled_in

pytestmark = pytest.mark.django_db

ELSEWHERE = r'<(?:script|img|iframe)[^>]+src="https?://'


def seen(client, *blocks) -> str:
    story = make_story(body=list(blocks))
    html = client.get(story.url).content.decode()
    return re.sub(r"\s+", " ", html)


def test_whatever_its_blocks_refer_to_a_story_asks_at_most_eight_things(client):
    story = make_full_story(series=make_series())
    link = f'<a linktype="page" id="{make_story().pk}">dit</a>'
    file = f'<a linktype="document" id="{make_document().pk}">dat</a>'
    story.body.append(("text", f"<p>{link} en {file}</p>"))
    for _ in range(3):
        quote = {"text": "Ja.", "person": make_person(), "source": ""}
        story.body.append(("quote", quote))
        story.body.append(("file", {"document": make_document(), "text": ""}))
    story.save()

    asked = statements(client, story.url)

    assert len(asked) <= 8


def test_a_quote_names_a_person_with_the_function_of_that_day(client):
    person = make_person("Bas Terpstra", function="directeur")
    said = {"text": "Herkennen.", "person": person, "source": "manager"}

    html = seen(client, ("quote", said))

    assert "<p>Herkennen.</p><footer>Bas Terpstra, manager</footer>" in html
    assert "directeur" not in html


def test_at_the_table_sit_persons_and_names(client):
    people = [
        {"person": make_person("Noor Aydin"), "name": "", "about": "planner"},
        {"person": None, "name": "Els Dijkman", "about": ""},
    ]

    html = seen(client, ("table", {"title": "Aan tafel", "people": people}))

    assert "<b>Noor Aydin</b><span>planner</span>" in html
    assert "<b>Els Dijkman</b></p>" in html


def test_what_did_not_work_stands_beside_what_did(client):
    html = seen(client, ("worked", {"worked": ["Een schrift"], "failed": ["Een bot"]}))

    assert "Wat werkte</h2><ul><li>Een schrift</li>" in html
    assert "Wat niet werkte</h2><ul><li>Een bot</li>" in html


@pytest.mark.parametrize(
    ("answer", "silent"), [("<p>‘Het klopt.’</p>", False), ("", True)]
)
def test_that_no_answer_came_is_said_too(client, answer, silent):
    reply = {"who": "De bouwer", "asked_on": date(2026, 11, 2), "answer": answer}

    html = seen(client, ("reply", reply))

    assert "De bouwer is op maandag 2 november 2026 om een reactie gevraagd." in html
    assert ("Er kwam geen antwoord." in html) is silent
    assert answer in html


def test_a_film_is_a_link_until_somebody_clicks(client):
    film = {"url": "https://youtu.be/abcdefghijk", "title": "De lijn", "text": ""}

    html = seen(client, ("embed", film))

    watch = "https://www.youtube.com/watch?v=abcdefghijk"
    assert f'<a class="btn quiet" href="{watch}"' in html
    assert "Film bij YouTube: De lijn</a>" in html
    assert re.findall(ELSEWHERE, html) == []


def test_read_also_leaves_out_what_is_not_open(client):
    there, draft = make_story("Er wel"), make_story("Concept", live=False)
    secret = make_story("Geheim")
    PageViewRestriction.objects.create(
        page=secret.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )
    pages = [secret, there, draft]

    html = seen(client, ("read_also", {"title": "Lees ook", "pages": pages}))

    nav = re.search(r'<nav class="note.*?</nav>', html).group()
    assert re.findall(r'href="(.*?)">(.*?)</a>', nav) == [(there.url, "Er wel")]


def test_read_also_of_nothing_that_is_open_is_not_there(client):
    draft = make_story("Concept", live=False)

    html = seen(client, ("read_also", {"title": "Lees ook", "pages": [draft]}))

    assert '<nav class="note' not in html


def test_a_call_leads_to_a_page_of_ours_or_elsewhere(client):
    there = make_series()
    ours = {"text": "Meer?", "button": "Lees de reeks", "page": there, "url": ""}
    other = {"text": "Mee?", "button": "Ga", "page": None, "url": "https://x.example/"}

    html = seen(client, ("call", ours), ("call", other))

    assert f'<a class="btn" href="{there.url}">Lees de reeks</a>' in html
    assert '<a class="btn" href="https://x.example/">Ga</a>' in html


def test_a_file_says_what_it_is_and_how_big(client):
    document = make_document("Vragenlijst")

    html = seen(client, ("file", {"document": document, "text": "12 pagina’s"}))

    assert f'<a href="{document.url}">' in html
    assert "Vragenlijst</a>" in html
    assert re.search(r"pdf, 120,6.KB", html)


def test_a_term_is_explained_and_leads_to_the_list(client):
    html = seen(client, ("term", {"term": make_term("WFM", "Plannen.")}))

    assert "<dfn><b>WFM</b></dfn>: Plannen." in html
    assert 'href="/begrippen/#wfm"' in html


def test_what_was_thrown_away_leaves_no_hole(client):
    document, person, term = make_document(), make_person(), make_term()
    story = make_story(
        body=[
            ("file", {"document": document, "text": "x"}),
            ("quote", {"text": "Ja.", "person": person, "source": "planner"}),
            ("term", {"term": term}),
        ]
    )
    for each in (document, person, term):
        each.delete()

    html = client.get(story.url).content.decode()

    assert "<footer>planner</footer>" in html
    assert 'class="file"' not in html
    assert "<dfn>" not in html


@pytest.mark.parametrize(
    ("block", "value", "said"),
    [
        (
            "embed",
            {"url": "https://kwaad.example/", "title": "x", "text": ""},
            "Plak het adres van",
        ),
        (
            "call",
            {"text": "x", "button": "x", "page": "", "url": ""},
            "van de twee.",
        ),
    ],
)
def test_publishing_asks_for_what_a_block_needs(client, chief, block, value, said):
    body = streamfield([(block, value)])

    response = client.post(
        add_address(), filled_in(body=body, **{"action-publish": "1"})
    )

    assert set(response.context["form"].errors) == {"body"}
    assert said in response.content.decode()
    assert StoryPage.objects.exists() is False


def test_a_story_of_all_blocks_opens_and_is_kept_as_it_was(client, chief):
    story = make_full_story()
    story.refresh_from_db()
    before = list(story.body.raw_data)

    html = client.get(edit_address(story)).content.decode()

    assert "Sander Vermeij" in html
    story.refresh_from_db()
    assert list(story.body.raw_data) == before


@pytest.mark.parametrize(
    "block", ["worked", "reply", "embed", "read_also", "call", "file", "term", "photo"]
)
def test_an_editor_sees_a_block_before_choosing_it(client, editor, block):
    make_full_story()
    definition = StoryPage.body.field.stream_block.child_blocks[block]

    response = client.get(
        reverse("wagtailadmin_block_preview"), {"id": definition.definition_prefix}
    )

    main = re.search(r"<main.*?>(.*?)</main>", response.content.decode(), re.DOTALL)
    assert len(main.group(1).strip()) > 20


def test_every_block_says_what_it_is_for():
    blocks = StoryPage.body.field.stream_block.child_blocks.values()

    assert [block.label for block in blocks if not block.meta.description] == []


def test_an_editor_explains_a_new_word(client, editor):
    client.post(
        reverse("wagtailsnippets_home_term:add"),
        nested_form_data({"word": "Wrap-up", "meaning": "Wat je na een gesprek doet."}),
    )

    assert "Wat je na een gesprek doet." in client.get("/begrippen/").content.decode()
