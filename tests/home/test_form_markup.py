"""How a field looks: label, hint, error and control, tied together."""

from bs4 import BeautifulSoup
from django import forms
from django.template.loader import render_to_string


class Form(forms.Form):
    email = forms.EmailField(label="E-mailadres", help_text="Voor je kaartje.")
    role = forms.CharField(label="Rol", required=False)
    way = forms.ChoiceField(
        label="Wie?",
        widget=forms.RadioSelect,
        choices=[("now", "Nu\nWe sturen een link."), ("later", "Later")],
    )
    terms = forms.BooleanField(label="Akkoord", help_text="Lees ze eerst.")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def said(tag):
    """Its text as a browser shows it."""
    return " ".join(tag.get_text().split())


def soup(form):
    return BeautifulSoup(str(form), "html.parser")


def test_hint_and_error_are_tied_to_the_control():
    page = soup(Form({"email": "iris@"}))

    control = page.find(id="id_email")
    described = control["aria-describedby"].split()
    assert [page.find(id=name).get_text(strip=True) for name in described] == [
        "Voor je kaartje.",
        "Voer een geldig e-mailadres in.",
    ]
    assert control["aria-invalid"] == "true"
    assert control["value"] == "iris@"
    assert said(page.find("label", attrs={"for": "id_email"})) == "E-mailadres"


def test_what_may_stay_empty_says_so():
    page = soup(Form())

    labels = page.select(".field > label:not(.choice), legend, .choice > span > b")
    assert [said(label) for label in labels] == [
        "E-mailadres",
        "Rol (niet verplicht)",
        "Wie?",
        "Nu",
        "Later",
        "Akkoord",
    ]


def test_a_field_that_the_server_needs_in_some_case_does_not_say_it_may_stay_empty():
    form = Form()
    form.fields["role"].needed = True

    assert "niet verplicht" not in str(form)


def test_a_choice_is_one_large_target_with_its_explanation():
    (first, second) = soup(Form({"way": "later"})).select("fieldset .choice")

    assert first.find("b").get_text() == "Nu"
    assert first.select_one("span span").get_text() == "We sturen een link."
    assert second.find("input").has_attr("checked")
    assert second["for"] == second.find("input")["id"]


def test_a_group_of_choices_has_a_legend_and_its_error():
    group = soup(Form({"email": "a@b.nl"})).find("fieldset")

    assert group["aria-describedby"] == "id_way_error"
    assert group.find(id="id_way_error").get_text(strip=True) == (
        "Dit is een verplicht veld."
    )


def test_a_hidden_field_has_no_label():
    assert soup(Form()).find(id="id_token").parent.name == "[document]"


def test_the_summary_takes_the_focus_and_links_to_the_fields():
    html = render_to_string(
        "components/error_summary.html", {"forms": Form({"email": "a@b.nl"})}
    )

    summary = BeautifulSoup(html, "html.parser").find(id="fouten")
    assert (summary["role"], summary["tabindex"]) == ("alert", "-1")
    assert summary.h2.get_text() == "Nog 2 dingen, dan kun je verder"
    assert [(a["href"], a.get_text()) for a in summary.find_all("a")] == [
        ("#id_way_0", "Wie?: dit moet je nog invullen"),
        ("#id_terms", "Akkoord: dit moet je nog invullen"),
    ]


def test_a_form_without_errors_has_no_summary():
    assert "fouten" not in render_to_string(
        "components/error_summary.html", {"forms": Form()}
    )


def test_what_stands_in_an_attribute_cannot_end_it():
    attrs = {"data-said": '"><b>&', "maxlength": 1200, "hidden": True, "inert": False}
    field = forms.CharField(label="Rol", widget=forms.TextInput(attrs))
    page = soup(type("Odd", (forms.Form,), {"role": field})())

    control = page.find(id="id_role").attrs

    assert control == {
        "type": "text",
        "name": "role",
        "data-said": '"><b>&',
        "maxlength": "1200",
        "hidden": "",
        "required": "",
        "id": "id_role",
    }
