"""What we ask of who reacts, and of the lead who answers."""

from django import forms

from community.consultation.models import Remark, Words
from community.consultation.rules import Paragraph
from home.fields import Line, Text
from home.readers.forms import OwnAddress
from stories.reactions.forms import FromPeople
from stories.reactions.models import A_RULE

FROM_THE_LIST = "Kies uit de lijst."


class RemarkForm(FromPeople):
    """A verdict on one paragraph, or on all of it, and why."""

    paragraph = forms.TypedChoiceField(
        label="Waarover gaat het?",
        coerce=int,
        error_messages={"required": FROM_THE_LIST, "invalid_choice": FROM_THE_LIST},
    )
    verdict = forms.ChoiceField(
        label="Wat vind je?",
        choices=Remark.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wat de groep moet doen.",
            "invalid_choice": FROM_THE_LIST,
        },
    )
    text = Text(
        label="Waarom?",
        max_length=2000,
        rows=6,
        empty="Schrijf waarom: daar heeft de groep het meest aan.",
    )
    name = Line(
        label="Je naam en je rol, zoals anderen ze zien",
        max_length=80,
        autocomplete="name",
        empty="Vul een naam in. ‘Wilma, teamleider’ mag ook.",
    )
    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    def __init__(self, *args, paragraphs: list[Paragraph], address="", **kwargs):
        super().__init__(*args, **kwargs)
        self.passages = {each.number: each.passage for each in paragraphs}
        field = self.fields["paragraph"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101  # for the types
        field.choices = [
            (0, "De hele tekst"),
            *((n, f"{n}. {passage}") for n, passage in self.passages.items()),
        ]
        self.address = address
        if address:
            del self.fields["email"]

    @property
    def mail_address(self) -> str:
        return self.address or self.cleaned_data["email"]

    @property
    def words(self) -> Words:
        said = self.cleaned_data
        passage = self.passages.get(said["paragraph"], "")
        return Words(
            said["paragraph"], passage, said["verdict"], said["name"], said["text"]
        )


class AnswerForm(forms.Form):
    """Everybody reads it under the remark."""

    text = Text(
        label="Antwoord van de groep",
        max_length=2000,
        rows=5,
        empty="Schrijf wat de groep ermee doet, of waarom niet.",
    )


class HideForm(forms.Form):
    """Only against a house rule; who is simply of another mind gets an answer."""

    ground = forms.ChoiceField(
        label="Welke huisregel?",
        choices=[(ground.value, ground.label) for ground in A_RULE],
        error_messages={
            "required": "Kies een huisregel.",
            "invalid_choice": FROM_THE_LIST,
        },
    )
