"""What a member fills in about themselves."""

from django import forms

from home.fields import Line, Text
from home.people.models import Organisation, Person, Role
from home.profiles.rules import Told

WHO_SEES = [
    (
        Person.Visibility.EVERYONE,
        "iedereen\nJe naam staat bij wat je doet en zegt.",
    ),
    (
        Person.Visibility.MEMBERS,
        "leden\nAlleen wie is ingelogd ziet je naam; een ander leest ‘Naam bij ons "
        "bekend’.",
    ),
    (Person.Visibility.NOBODY, "niemand\nOveral staat ‘Naam bij ons bekend’."),
]


class ProfileForm(forms.Form):
    """Everything but the name may stay empty."""

    name = Line(label="Je naam", autocomplete="name", empty="Vul je naam in.")
    function = Line(
        label="Je functie",
        autocomplete="organization-title",
        required=False,
        help_text="Bijvoorbeeld: teamleider. Zo staat het onder je naam.",
    )
    role = forms.ModelChoiceField(
        Role.objects.all(),
        label="Je rol in het vak",
        required=False,
        empty_label="Zeg ik liever niet",
        help_text="Waarmee we zien wie er nog niet aan tafel zit.",
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label="Waar je werkt",
        required=False,
        empty_label="Staat er niet bij, of zeg ik liever niet",
    )
    about = Text(label="Over jou", required=False, max_length=600, rows=4)
    visibility = forms.ChoiceField(
        label="Wie je naam mag zien",
        choices=WHO_SEES,
        initial=Person.Visibility.EVERYONE,
        widget=forms.RadioSelect,
    )
    pseudonym = Line(
        label="Schuilnaam",
        required=False,
        help_text="Die staat dan overal in plaats van je naam, en je foto gaat eraf. "
        "Bij een werkgroep en in een jury staat je functie er dan niet meer bij; op je "
        "eigen pagina blijven functie en werkplek staan: haal ze weg als ze je "
        "verraden.",
    )
    reachable = forms.BooleanField(
        label="Mensen mogen me via de site een bericht sturen",
        required=False,
        initial=True,
        help_text="Je adres ziet niemand; jij kiest of je antwoordt.",
    )

    def told(self) -> Told:
        return Told(**self.cleaned_data)

    @classmethod
    def of(cls, person: Person) -> dict:
        """What it shows of somebody who filled it in before."""
        fields = ("function", "role", "organisation", "about", "visibility")
        told = {field: getattr(person, field) for field in fields}
        return told | {
            "name": person.own_name or person.name,
            "pseudonym": person.pseudonym,
            "reachable": person.reachable,
        }


class Day(forms.DateField):
    """One that a browser draws; an old one takes it as it is written here."""

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            error_messages={
                "required": "Vul een datum in, zoals 31-12-2026.",
                "invalid": "Dit is geen datum. Schrijf hem als 31-12-2026.",
            },
            **kwargs,
        )


class InterestForm(forms.Form):
    """What ties you to a party; where you work already stands under your name."""

    what = Line(
        label="Wat",
        empty="Vul in wat je belang is.",
        help_text="Bijvoorbeeld: adviseur, aandeelhouder, partner werkt er.",
    )
    with_whom = Line(label="Bij wie", empty="Vul in bij wie.")
    since = Day(label="Van")
    until = Day(label="Tot en met", required=False, help_text="Leeg: het is nog zo.")

    def clean(self):
        super().clean()
        since, until = (self.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and until < since:
            self.add_error("until", "Dit is eerder dan het begon.")
