"""What we ask of who wants to join, and of the lead who answers."""

from django import forms

from community.joining.models import Introduction
from home.fields import Line, Text
from home.models import Role
from home.readers.forms import OwnAddress
from stories.reactions.forms import FromPeople

ANY_QUESTION = "Waarom wil je meedoen?"


class JoinForm(FromPeople):
    """Who you are, what you do, and an answer to the question of the group."""

    answer = Text(
        label=ANY_QUESTION,
        max_length=1000,
        rows=5,
        empty="Schrijf een paar zinnen: daar begint de groep mee.",
    )
    name = Line(
        label="Je naam", max_length=80, autocomplete="name", empty="Vul je naam in."
    )
    function = Line(
        label="Wat doe je, en waar?",
        required=False,
        autocomplete="organization-title",
        help_text="Bijvoorbeeld: teamleider, energiebedrijf.",
    )
    in_trade = forms.ModelChoiceField(
        Role.objects.all(),
        label="Je rol in het vak",
        required=False,
        empty_label="Zeg ik liever niet",
        help_text="Zo ziet de groep wie er nog niet aan tafel zit.",
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )
    email = OwnAddress(
        label="Je e-mailadres, dat alleen de trekker ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    def __init__(self, *args, question: str = "", address: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = question or ANY_QUESTION
        if address:  # of the account; nobody asks again
            del self.fields["email"]
        self.address = address

    @property
    def mail_address(self) -> str:
        return self.address or self.cleaned_data["email"]

    @property
    def introduction(self) -> Introduction:
        said = self.cleaned_data
        return Introduction(
            said["name"], said["function"], said["in_trade"], said["answer"]
        )


class InviteForm(forms.Form):
    """Whom the lead would like in the group; they decide."""

    is_from_a_robot = False  # a lead is logged in

    name = Line(label="Naam", max_length=80, empty="Vul in hoe die persoon heet.")
    email = OwnAddress(
        label="E-mailadres", empty="Vul het e-mailadres in. Daar gaat de vraag heen."
    )
    function = Line(
        label="Wat doet die persoon, en waar?",
        required=False,
        help_text="Bijvoorbeeld: teamleider, energiebedrijf.",
    )

    @property
    def introduction(self) -> Introduction:
        said = self.cleaned_data
        return Introduction(said["name"], said["function"], None, "")


class DeclineForm(forms.Form):
    """A reason, since nobody disappears without a word."""

    reason = Text(
        label="Waarom niet, of nu niet?",
        max_length=1000,
        rows=4,
        empty="Schrijf waarom. Dit gaat per mail naar wie zich aanmeldde.",
    )
