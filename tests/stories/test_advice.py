"""What an editor is told before handing in, and that none of it stops a story."""

import pytest
from wagtail.test.utils.form_data import rich_text, streamfield

from stories.advice.reading import level, syllables
from stories.advice.remarks import asks_what_went_well, remarks_on
from stories.advice.rules import read, says_nothing, steps_skipped
from stories.models import StoryPage
from stories.pages.kinds import Kind
from tests.factories.home import make_organisation, make_person, make_photo
from tests.factories.stories import make_story
from tests.stories.desk import add_address, edit_address, filled_in


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("kat", 1),
        ("telefoon", 3),
        ("klantenservice", 5),
        ("coördinatie", 5),
        ("ideeën", 3),
        ("nieuwe", 2),
        ("koeien", 2),
        ("CCMA", 1),
        ("pst", 1),
    ],
)
def test_syllables_are_counted_by_the_vowels_that_one_hears(word, number):
    assert syllables(word) == number


def test_short_sentences_of_short_words_read_more_easily_than_long_ones():
    plain = "De kat zit op de mat. " * 20
    stiff = (
        "De organisatorische verantwoordelijkheid voor kwaliteitsverbeterende "
        "maatregelen binnen klantcontactorganisaties berust bij leidinggevenden "
    ) * 10

    easy, hard = level(plain), level(stiff)

    assert (easy.score, easy.words_a_sentence, easy.is_hard) == (100, 6, False)
    assert (hard.score, hard.is_hard) == (0, True)


def test_the_formula_is_that_of_douma():
    text = "De telefoon gaat vandaag weer vaker over. " * 20  # 7 words, 12 syllables

    assert level(text).score == round(206.84 - 0.77 * 1200 / 7 - 0.93 * 7)


def test_of_a_few_words_nothing_is_said():
    assert level("Kort. " * 99) is None
    assert level("") is None


def test_a_text_is_taken_apart():
    html = '<h2>Kop</h2><p>Zie <a href="x"><b>het</b> verslag</a>.</p><h3>Onder</h3>'

    assert read(html) == (
        "Kop\nZie het verslag.\nOnder\n",
        [(2, "Kop"), (3, "Onder")],
        ["het verslag"],
    )


@pytest.mark.parametrize(
    ("depths", "skipped"),
    [
        ([], []),
        ([2, 3, 3, 2], []),
        ([3, 2, 3], ["0"]),
        ([2, 4], ["1"]),
    ],
)
def test_a_heading_does_not_skip_a_step(depths, skipped):
    headings = [(depth, str(place)) for place, depth in enumerate(depths)]

    assert steps_skipped(headings) == skipped


@pytest.mark.parametrize(
    ("link", "empty"),
    [
        ("hier", True),
        ("Klik hier!", True),
        ("Lees meer…", True),
        ("https://voorbeeld.nl/x", True),
        ("www.voorbeeld.nl", True),
        ("voorbeeld.nl", True),
        ("", True),
        ("het verslag van de avond", False),
        ("lees meer over planners", False),
        ("hierboven", False),
    ],
)
def test_a_link_says_where_it_leads(link, empty):
    assert says_nothing(link) is empty


@pytest.mark.django_db
def test_a_careful_story_has_no_remarks():
    photo = make_photo(size=(60, 40), description="Een tafel", consent="not_needed")
    about = make_organisation()
    story = make_story(by=make_person(), photo=photo, organisation=about)

    assert remarks_on(story) == []


@pytest.mark.django_db
def test_all_that_was_forgotten_is_said():
    photo = make_photo(size=(60, 40), title="Tafel")
    html = '<h3>Diep</h3><p>Zie <a href="https://x.nl">hier</a>.</p>'
    story = make_story(photo=photo, body=[("text", html)])
    story.theme = None

    assert remarks_on(story) == [
        "Er staat geen naam bij het verhaal. Vul in wie meewerkten.",
        "Er is geen thema gekozen. Plaatsen kan pas als dat er is.",
        "Er staat niet bij over welke organisatie dit portret gaat.",
        "Bij de foto ‘Tafel’ staat niet wat er te zien is.",
        "Bij de foto ‘Tafel’ staat niet of wie erop staat, ja zei.",
        "De kop ‘Diep’ is een kop 3 zonder kop 2 erboven. Maak er kop 2 van.",
        "De link ‘hier’ zegt niet waar hij heen gaat.",
    ]


@pytest.mark.django_db
def test_a_practice_story_says_apart_what_worked():
    block = ("worked", {"worked": ["Bellen"], "failed": []})
    stories = [
        make_story(kind="praktijkverhaal", by=make_person(), body=body)
        for body in ([("text", "<p>Zo ging het.</p>")], [block])
    ]

    told = [" ".join(remarks_on(story)) for story in stories]

    assert ["wat werkte" in each for each in told] == [True, False]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("block", "asked"),
    [
        (("text", "<p>Zo ging het.</p>"), {"portret", "interview", "verslag"}),
        (("worked", {"worked": ["Bellen"], "failed": ["Mailen"]}), set()),
    ],
)
def test_what_goes_well_is_asked_where_others_learn_until_a_list_says_it(block, asked):
    stories = [StoryPage(kind=kind, body=[block]) for kind in Kind]

    assert {each.kind for each in stories if asks_what_went_well(each)} == asked


@pytest.mark.django_db
def test_the_editor_reads_it_at_the_story(client, editor):
    story = make_story(live=False)
    column = make_story(live=False, kind="column")

    html = client.get(edit_address(story)).text

    assert "Er staat geen naam bij het verhaal." in html
    assert "wat kan een ander daarvan overnemen?" in html
    assert "kan een ander daarvan" not in client.get(edit_address(column)).text
    assert "Nakijken" not in client.get(add_address()).text


@pytest.mark.django_db
def test_remarks_do_not_stop_a_story(client, chief):
    body = streamfield([("text", rich_text('<p><a href="https://x.nl">hier</a></p>'))])

    client.post(add_address(), filled_in(body=body, **{"action-publish": "1"}))

    assert StoryPage.objects.get().live is True
