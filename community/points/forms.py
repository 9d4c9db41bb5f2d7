"""What we ask of who hands in a point, supports one, or looks for one."""

from django import forms

from community.points.models import Point
from home.fields import Line, Text
from home.readers.forms import OwnAddress
from stories.reactions.forms import FromPeople
from stories.reactions.models import A_RULE
from stories.reactions.rules import is_only_links

REASONS = [(rule.value, rule.label) for rule in A_RULE]
NEWEST = "nieuw"


class PointForm(FromPeople):
    """One thing at a time; a name is not needed."""

    title = Line(
        label="Wat zou er anders moeten?",
        help_text="In één zin. Eén punt per keer leest en steunt makkelijker.",
        empty="Schrijf in één zin wat er anders zou moeten.",
    )
    text = Text(
        label="Waarom, en hoe merk je dat het beter is?",
        max_length=2000,
        required=False,
        rows=6,
    )
    name = Line(
        label="Je naam, zoals anderen hem zien",
        help_text="Je voornaam en je vak mag ook: ‘Wilma, teamleider’. Of niets.",
        max_length=80,
        required=False,
        autocomplete="name",
    )
    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    field_order = ["title", "text", "name", "email", "website"]

    def clean_title(self):
        title = self.cleaned_data["title"]
        if is_only_links(title):
            raise forms.ValidationError("Zeg het in je eigen woorden, zonder link.")
        return title


class MemberPointForm(PointForm):
    """Who is logged in is known by the address of the account."""

    email = None  # type: ignore[assignment]  # Django's way to take a field away


class SupportForm(FromPeople):
    """An address, so that everybody counts once."""

    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )


class PointReportForm(FromPeople):
    """Why it should not stand here."""

    ground = forms.ChoiceField(
        label="Wat is er mis?",
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wat er mis is.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    text = Text(
        label="Wil je er iets bij zeggen?", max_length=500, required=False, rows=4
    )

    field_order = ["ground", "text", "website"]


class PointFilter(forms.Form):
    """What somebody looks for; an answer that is not there is no answer."""

    stand = forms.ChoiceField(
        label="Hoe ver het is",
        choices=[("", "Alles"), *((s.value, s.label) for s in Point.Status)],
        required=False,
    )
    volgorde = forms.ChoiceField(
        label="Volgorde",
        choices=[("", "Meeste steun eerst"), (NEWEST, "Nieuwste eerst")],
        required=False,
    )

    @property
    def chosen(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def said(self) -> list[str]:
        """The answers, in words."""
        options = (option for name in self.chosen for option in self[name])
        return [each.choice_label for each in options if each.data["selected"]]

    def narrow(self, points):
        if status := self.chosen.get("stand"):
            points = points.filter(status=status)
        if theme := self.chosen.get("thema"):
            points = points.filter(group__theme__slug=theme)
        is_newest = self.chosen.get("volgorde") == NEWEST
        return points.newest_first() if is_newest else points.most_supported()


class AnyPointFilter(PointFilter):
    """Over all groups."""

    def __init__(self, *args, themes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["thema"] = forms.ChoiceField(
            label="Thema",
            choices=[("", "Alle thema’s"), *((t.slug, t.name) for t in themes)],
            required=False,
        )
        self.order_fields(["thema", "stand", "volgorde"])
