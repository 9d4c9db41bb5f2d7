"""What a lead writes: the questionnaire, a question, and who is invited."""

from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from community.questionnaires.desk.services import FEWEST, Asked, Details
from community.questionnaires.models import Question, Questionnaire
from home.fields import Line, Text

Privacy, Results = Questionnaire.Privacy, Questionnaire.Results
CHOOSE = {"required": "Kies er één.", "invalid_choice": "Kies uit de lijst."}
MOST_OPTIONS, LONGEST_OPTION = 30, 160
MOST_INVITED = 200
PRIVACIES = {
    Privacy.NAMED: "jullie zien de naam bij de antwoorden",
    Privacy.CONFIDENTIAL: "iedereen telt één keer; jullie zien geen naam",
    Privacy.ANONYMOUS: "niemand weet van wie een antwoord is, wij ook niet",
}
KINDS = {
    Question.Kind.OPEN: "in eigen woorden; jij leest ze voordat ze op de site komen",
    Question.Kind.ONE: "één van de keuzes",
    Question.Kind.SEVERAL: "alles wat past",
    Question.Kind.SCALE: "van helemaal niet tot helemaal wel",
    Question.Kind.TOP: "3, 2 en 1 punt; ieder ziet de keuzes in een andere volgorde",
}


def day_field(label: str, empty: str, **said) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": empty, "invalid": "Kies een dag."},
        **said,
    )


def _radio(label: str, choices) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )


def _told(kinds: dict) -> list[tuple[str, str]]:
    return [(kind.value, f"{kind.label}\n{more}") for kind, more in kinds.items()]


def morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def evening(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


class DetailsForm(forms.Form):
    """All of it but the questions."""

    title = Line(label="Titel", empty="Geef de vragenlijst een titel.")
    intro = Text(
        label="Inleiding",
        help_text="Waarom je dit vraagt, en wat er met de antwoorden gebeurt.",
        max_length=1000,
        rows=5,
        empty="Schrijf waarom je dit vraagt.",
    )
    opens_on = day_field("Open vanaf", "Kies vanaf welke dag.")
    closes_on = day_field("Open tot en met", "Kies tot en met welke dag.")
    audience = _radio("Wie mag meedoen?", Questionnaire.Audience.choices)
    privacy = _radio("De antwoorden zijn …", _told(PRIVACIES))
    results = _radio("Wanneer is de uitslag te zien?", Results.choices)
    asks_role = forms.BooleanField(
        label="Vraag naar de rol in het vak",
        help_text="Wie wil, laat het open. Groepen onder de 5 zie je nooit apart.",
        required=False,
    )
    thanks = Text(
        label="Wat er na het versturen staat", max_length=400, rows=3, required=False
    )

    @classmethod
    def of(cls, found: Questionnaire, data=None):
        fields = cls.base_fields.keys() - {"opens_on", "closes_on"}
        initial = {name: getattr(found, name) for name in fields}
        initial["opens_on"] = timezone.localdate(found.opens_at)
        initial["closes_on"] = timezone.localdate(found.closes_at)
        return cls(data, initial=initial)

    def clean(self):
        said = super().clean() or {}
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Dat is vóór de dag waarop hij opengaat.")
        is_anonymous = said.get("privacy") == Privacy.ANONYMOUS
        if is_anonymous and said.get("results") == Results.AT_ONCE:
            self.add_error(
                "results",
                "Bij anoniem kan dat pas na het sluiten: wie de uitslag ziet "
                "veranderen, ziet wat iemand antwoordde.",
            )
        return said

    @property
    def details(self) -> Details:
        said = dict(self.cleaned_data)
        opens, closes = said.pop("opens_on"), said.pop("closes_on")
        return Details(opens_at=morning(opens), closes_at=evening(closes), **said)


class QuestionForm(forms.Form):
    """One question; the choices are lines."""

    text = Line(label="De vraag", max_length=200, empty="Schrijf de vraag.")
    help = Line(label="Uitleg bij de vraag", max_length=300, required=False)
    kind = _radio("Soort", _told(KINDS))
    options = Text(
        label="Keuzes",
        help_text="Eén per regel. Alleen bij een keuze of een top drie.",
        max_length=MOST_OPTIONS * (LONGEST_OPTION + 2),
        required=False,
        rows=6,
        needed=True,
    )
    is_required = forms.BooleanField(label="Deze vraag is verplicht", required=False)
    is_public = forms.BooleanField(
        label="Het resultaat is openbaar",
        help_text="Antwoorden in eigen woorden lees jij eerst.",
        required=False,
        initial=True,
    )

    @classmethod
    def of(cls, question: Question, data=None):
        lines = "\n".join(option.text for option in question.options.all())
        fields = ("text", "help", "kind", "is_required", "is_public")
        known = {name: getattr(question, name) for name in fields}
        return cls(data, initial={**known, "options": lines})

    def clean_options(self):
        """Each once, without empty lines."""
        lines = (line.strip() for line in self.cleaned_data["options"].splitlines())
        options = tuple(dict.fromkeys(filter(None, lines)))
        if len(options) > MOST_OPTIONS:
            raise ValidationError(f"Hoogstens {MOST_OPTIONS} keuzes.")
        if any(len(option) > LONGEST_OPTION for option in options):
            raise ValidationError(f"Een keuze heeft hoogstens {LONGEST_OPTION} tekens.")
        return options

    def clean(self):
        said = super().clean() or {}
        fewest = FEWEST.get(said.get("kind", ""), 0)
        if "options" in said and len(said["options"]) < fewest:
            self.add_error(
                "options", f"Geef minstens {fewest} keuzes, elk op een regel."
            )
        return said

    @property
    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class CloseForm(forms.Form):
    """Longer or shorter open."""

    closes_on = day_field("Open tot en met", "Kies tot en met welke dag.")

    def __init__(self, data=None, *, found: Questionnaire):
        super().__init__(
            data, initial={"closes_on": timezone.localdate(found.closes_at)}
        )
        self.found = found

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        if evening(day) <= self.found.opens_at:
            raise ValidationError("Dat is vóór de dag waarop hij opengaat.")
        return day

    @property
    def closes_at(self) -> datetime:
        return evening(self.cleaned_data["closes_on"])


class InviteForm(forms.Form):
    """Addresses, however they are written below each other."""

    emails = Text(
        label="E-mailadressen",
        help_text=f"Eén per regel, hoogstens {MOST_INVITED} per keer. Ieder krijgt een "
        "eigen link. Zet hier alleen mensen neer die dit van jullie verwachten.",
        max_length=MOST_INVITED * 100,
        empty="Vul minstens één adres in.",
    )

    def clean_emails(self):
        words = self.cleaned_data["emails"].replace(",", " ").replace(";", " ")
        emails = list(dict.fromkeys(word.lower() for word in words.split()))
        if len(emails) > MOST_INVITED:
            raise ValidationError(f"Hoogstens {MOST_INVITED} adressen per keer.")
        if wrong := [email for email in emails if not _is_address(email)]:
            raise ValidationError(f"Dit is geen e-mailadres: {wrong[0][:100]}")
        return emails


def _is_address(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= 254
