"""The tags and filters that every template may use."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone
from django.utils.safestring import mark_safe

from home.templatetags import site
from tests.factories.stories import make_theme

COMPONENT = "components/badge.html"
BADGE = '{% component "components/badge.html" text=words %}'

NBSP = "\u00a0"
START = datetime.datetime(2027, 3, 10, 8, 30, tzinfo=datetime.UTC)


def shown(text, **values):
    return Template(text).render(Context(values))


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal(149), f"€{NBSP}149,00"),
        (Decimal("1234.5"), f"€{NBSP}1.234,50"),
        (Decimal("0.05"), f"€{NBSP}0,05"),
        (Decimal("-25.86"), f"€{NBSP}-25,86"),
        (149, f"€{NBSP}149,00"),
    ],
)
def test_an_amount_has_two_decimals_and_does_not_break(amount, written):
    assert shown("{{ amount|euro }}", amount=amount) == written


def test_a_whole_price_may_be_short_and_another_keeps_its_cents():
    whole = shown("{{ a|euro_short }} {{ b|euro_short }}", a=149, b=Decimal("149.50"))

    assert whole == f"€{NBSP}149 €{NBSP}149,50"


def test_days_and_hours_are_dutch_and_local():
    text = "{{ at|day }} / {{ at|day_short }} / {{ at|moment }} / {{ at|clock }}"

    written = shown(text, at=START)

    assert written == (
        "woensdag 10 maart 2027 / 10 maart 2027 / 10 maart 2027, 09.30 uur / 09.30"
    )


def test_a_late_evening_in_utc_is_the_next_day_here():
    late = datetime.datetime(2027, 7, 1, 22, 30, tzinfo=datetime.UTC)

    with timezone.override("Europe/Amsterdam"):
        written = shown("{{ late|moment }}", late=late)

    assert written == "2 juli 2027, 00.30 uur"


def test_a_plain_date_and_a_plain_time_are_written_too():
    values = {"day": datetime.date(2027, 12, 1), "time": datetime.time(9, 5)}

    assert shown("{{ day|day }}, {{ time|clock }}", **values) == (
        "woensdag 1 december 2027, 09.05"
    )


def test_nothing_is_written_as_nothing():
    written = shown("{{ x|euro }}{{ x|day }}{{ x|moment }}{{ x|clock }}", x=None)

    assert written == ""


def test_an_icon_is_drawn_in_place_and_hidden_from_screen_readers():
    assert shown('{% icon "check" %}') == (
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="m4 12.5 5.5 5.5L20 6.5"/></svg>'
    )


def test_an_unknown_icon_is_a_mistake():
    with pytest.raises(KeyError):
        shown('{% icon "fax" %}')


@pytest.mark.parametrize("tag", ["cover name 'mens'", "seam name", "memo name"])
def test_no_picture_repeats_the_text_or_carries_a_style(tag):
    drawing = shown(f"{{% {tag} %}}", name='"><script>alert(1)</script>')

    assert "script" not in drawing
    assert "style=" not in drawing


def test_a_component_is_drawn_once_for_the_same_words():
    taken = {"text": "ja", "level": "good"}

    assert site.component(COMPONENT, **taken) is site.component(COMPONENT, **taken)


def test_a_component_never_takes_unsafe_words_for_safe_ones():
    safe, unsafe = mark_safe("<b>x</b>"), "<b>x</b>"
    badge = Template(BADGE)

    drawn = [badge.render(Context({"words": each})) for each in (safe, unsafe, 1, True)]

    inside = [each.partition(">")[2].strip().removesuffix("</span>") for each in drawn]
    assert inside == ["<b>x</b>", "&lt;b&gt;x&lt;/b&gt;", "1", "True"]


def test_a_component_takes_no_model_that_may_change(db):
    theme = make_theme()

    with pytest.raises(TypeError, match="takes Theme"):
        Template(BADGE).render(Context({"words": theme}))


def test_every_place_has_its_tooth():
    drawing = shown("{% teeth 23 60 %}")

    taken, free = drawing.split('class="b"')
    assert (taken.count("v22"), free.count("v22")) == (37, 23)


@pytest.mark.parametrize(("left", "total"), [(-3, 60), (70, 60), (0, 0), (1, 5000)])
def test_odd_numbers_of_places_still_give_a_picture(left, total):
    drawing = shown("{% teeth left total %}", left=left, total=total)

    assert 1 <= drawing.count("v22") <= 120


class Pair(forms.Form):
    host = forms.CharField(label="Naam")
    way = forms.ChoiceField(
        label="Wie?",
        choices=[("now", "nu"), ("later", "later")],
        widget=forms.RadioSelect,
    )

    def clean(self):
        raise forms.ValidationError("Dit duo klopt niet.")


def test_the_summary_names_every_problem_in_reading_order_and_links_to_it():
    pairs = forms.formset_factory(Pair)
    data = {"p-TOTAL_FORMS": "1", "p-INITIAL_FORMS": "0", "p-0-way": "ooit"}

    found = site.problems([Pair({"way": "now"}), pairs(data, prefix="p")])

    assert [tuple(problem) for problem in found] == [
        ("Dit duo klopt niet.", ""),
        ("Naam: dit moet je nog invullen", "#id_host"),
        ("Dit duo klopt niet.", ""),
        ("Naam: dit moet je nog invullen", "#id_p-0-host"),
        (
            "Selecteer een geldige keuze. ooit is geen beschikbare keuze.",
            "#id_p-0-way_0",
        ),
    ]


def test_a_sentence_that_is_there_twice_says_of_which_field():
    class Names(forms.Form):
        first = forms.CharField(label="Voornaam", max_length=3)
        last = forms.CharField(label="Achternaam", max_length=3)
        city = forms.CharField(label="Plaats", max_length=2)

    for field in Names.base_fields.values():
        field.error_messages["max_length"] = "Dit is te lang. Maak het korter."
    Names.base_fields["city"].error_messages["max_length"] = "Zo heet geen plaats."

    found = site.problems(Names({"first": "xxxx", "last": "xxxx", "city": "xxxx"}))

    assert [problem.message for problem in found] == [
        "Voornaam: dit is te lang. Maak het korter.",
        "Achternaam: dit is te lang. Maak het korter.",
        "Zo heet geen plaats.",
    ]


@pytest.mark.parametrize("forms_", [None, [], Pair(), [None, Pair()]])
def test_an_untouched_form_has_no_problems(forms_):
    assert site.problems(forms_) == []


class Described:
    def json_ld(self):
        return {"name": "</script><script>alert('x')</script> & meer"}


def test_structured_data_can_not_leave_its_element():
    written = shown("{% json_ld page %}", page=Described())

    assert written.count("</script>") == 1
    assert "\\u003c/script\\u003e" in written


def test_a_page_without_structured_data_says_nothing():
    assert shown("{% json_ld page %}{% social_picture page %}", page="") == ""
