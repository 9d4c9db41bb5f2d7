"""The covers: same text, same picture; other text, clearly another one."""

import io
import itertools
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from home.covers import small, waveform
from home.covers.layouts import LAYOUTS
from tests.home.cover_sheet import rendered

TITLES = """\
Op vijf hoog wordt vooral geluisterd
Van drieduizend naar twaalfduizend, op één dag
Wat is een keurmerk zonder rode kaart?
Stop met het verstoppen van je klantenservice
De planner schuift aan
Een kampvuur zonder rook
Onze chatbot mislukte. Dit leerden we
Van kostenpost naar kompas
Vast, flex en wat ertussen zit
Luisteren is een vak
Ook de nacht heeft een lijn
Rond de tafel
De stem achter de wachtrij
Wie belt, zit vast
Maandag is de langste dag
Een norm met gevolgen
Het gesprek na het gesprek
Wat een stilte vertelt
De telefoon gaat nog steeds
Twee generaties aan één lijn
Meten is niet weten
De klant heeft een naam
Hoe klinkt vertrouwen?
Geen script, wel houvast
Drie vragen, drie werkgroepen
Waarom ik bleef
Waarom ik wegging
Het eerste uur van een nieuwe collega
Thuis werken, samen luisteren
De balie komt terug
Een klacht is een cadeau met een slechte verpakking
Nee is ook een antwoord
Wat de wachtmuziek verraadt
Achtduizend gesprekken later
De knop die niemand indrukt
Leren in werktijd
Een vakprijs zonder applaus
Hackathon: kom niet alleen
De dag dat alles uitviel
Van script naar gesprek
Een goede vraag duurt langer
Wij bellen terug
Het rooster is van iedereen
Wie toetst, verdient niet aan het resultaat
De zachte kant van cijfers
Onder de dertig, aan tafel
Een ander geluid uit Amersfoort
Zo dien je een klacht in over een keurmerkhouder
Klantcontact klinkt beter dan zijn naam
Wat we niet meten""".splitlines()


@pytest.fixture(scope="module")
def pictures():
    """Each title as it looks in one theme, on a grid of 60 by 40."""
    sheet = rendered([waveform.standalone_svg(title, "mens") for title in TITLES])
    return [
        Image.open(io.BytesIO(png)).convert("RGB").resize((60, 40)) for png in sheet
    ]


def test_any_two_of_fifty_titles_in_one_theme_differ_clearly(pictures):
    def differing(one, other):
        red, green, blue = ImageChops.difference(one, other).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        return sum(most.histogram()[61:]) / (one.width * one.height)

    closest = min(
        differing(one, other) for one, other in itertools.combinations(pictures, 2)
    )

    assert closest > 0.15


def test_no_layout_and_no_way_of_colouring_is_left_out():
    drawings = [waveform.draw(title) for title in TITLES]

    assert {d.layout for d in drawings} == set(LAYOUTS)
    assert {d.colours for d in drawings} == set(waveform.COLOURS)


def test_the_same_text_gives_the_same_picture():
    # written down: another machine or another version must draw this too
    assert waveform.cover_svg("Een kampvuur zonder rook", "mens") == (
        '<svg class="cover paper" data-theme="mens" viewBox="0 0 300 200" '
        'preserveAspectRatio="xMidYMid slice" aria-hidden="true"><g '
        'stroke-width="26"><path class="a" d="M9 200V47M75 200V85M142 '
        '200V67M209 200V73M275 200V128"/><path class="b" d="M-25 0V120M42 '
        '0V66M109 0V89M175 0V113M242 0V75M309 0V125"/></g></svg>'
    )


@given(st.text(max_size=300))
def test_any_text_gives_a_light_picture(text):
    svg = waveform.cover_svg(text)

    assert len(svg) < 1500
    assert "nan" not in svg


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "😀", "a" * 10_000])
def test_strange_text_gives_pictures_too(text):
    made = [
        waveform.cover_svg(text, "mens"),
        waveform.standalone_svg(text, "imago"),
        small.seam_svg(text),
        small.memo_svg(text),
        small.voice_print_svg(text),
    ]

    assert all(svg.startswith("<svg ") for svg in made)


def test_people_beside_each_other_have_colours_of_their_own():
    names = ["Farida Boumans", "Els Dijkman", "Tjeerd Wiersma", "Ravi Soekhoe"]

    prints = [
        BeautifulSoup(small.voice_print_svg(name), "html.parser").svg for name in names
    ]

    assert len({svg.get("data-theme") for svg in prints}) > 2


def test_a_theme_that_we_do_not_know_is_no_theme():
    assert 'data-theme="mens"' in waveform.cover_svg("Een titel", "mens")
    assert "data-theme" not in waveform.cover_svg("Een titel", '"><b>')


def test_the_colours_of_a_page_come_from_its_style_sheet():
    for title in TITLES:
        assert not re.search(r"#[0-9a-f]{3,6}|style=", waveform.cover_svg(title))
