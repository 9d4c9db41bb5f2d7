"""The fields of a questionnaire, made from its questions."""

from collections.abc import Iterable

from django import forms
from django.utils.html import escape

from community.questionnaires.models import (
    HIGHEST,
    LOWEST,
    PLACES,
    Answer,
    Option,
    Question,
    Questionnaire,
    Response,
)
from community.questionnaires.rules import shuffled
from community.questionnaires.services import Given, Sender
from home.fields import Line, Text
from home.models import Role
from home.readers.forms import OwnAddress
from stories.reactions.forms import FromPeople

Kind = Question.Kind
NOT_THERE = "Die keuze staat er niet (meer). Kies uit de lijst."
CHOOSE = {
    "required": "Kies een antwoord.",
    "invalid_choice": NOT_THERE,
    "invalid_list": NOT_THERE,
}
TWICE = "Kies elk punt hoogstens één keer."
GAP = "Begin bij nummer 1, en sla geen nummer over."


class TopThreeWidget(forms.MultiWidget):
    """Three lists to choose from: it works with a keyboard, and without scripts."""

    template_name = "community/questionnaires/top_three.html"
    use_fieldset = True

    def __init__(self, choices, attrs=None):
        selects: dict[str, forms.Widget | type[forms.Widget]] = {
            str(place): forms.Select(choices=choices) for place in range(1, PLACES + 1)
        }
        super().__init__(selects, attrs)

    def decompress(self, value):
        return value or [None] * PLACES


class TopThreeField(forms.MultiValueField):
    """The first, the second and the third; less is fine."""

    def __init__(self, *, choices, **kwargs):
        lists = [
            forms.ChoiceField(choices=choices, required=False, error_messages=CHOOSE)
            for _ in range(PLACES)
        ]
        widget = TopThreeWidget(choices)
        super().__init__(lists, widget=widget, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        chosen = [value for value in data_list or [] if value]
        if len(set(chosen)) < len(chosen):
            raise forms.ValidationError(TWICE)
        if chosen != list(data_list or [])[: len(chosen)]:
            raise forms.ValidationError(GAP)
        return chosen


class FillForm(forms.Form):
    """Some questions of one sheet; `insists` on those that must be answered."""

    def __init__(
        self,
        data=None,
        *,
        questions: list[Question],
        for_whom: str,
        answers: Iterable[Answer] = (),
        insists: bool = False,
    ):
        super().__init__(data)
        self.questions = questions
        for question in questions:
            self.fields[question.name] = _field(question, for_whom, insists=insists)
        self.initial = _as_typed(questions, answers)

    @property
    def given(self) -> dict[Question, Given]:
        """Also when another question is wrong: what is right is kept."""
        if not self.is_bound:
            return {}
        return {
            question: _given(question, self.cleaned_data[question.name])
            for question in self.questions
            if question.name in self.cleaned_data
        }


def _field(question: Question, for_whom: str, *, insists: bool) -> forms.Field:
    said = {
        "label": question.text,
        "help_text": escape(question.help),
        "required": insists and question.is_required,
    }
    if question.kind == Kind.OPEN:
        empty = "Schrijf hier je antwoord."
        return _needed(Text(max_length=2000, rows=5, empty=empty, **said), question)
    if question.kind == Kind.SCALE:
        steps = [(str(n), _step(n)) for n in range(LOWEST, HIGHEST + 1)]
        return _needed(_one(said, steps), question)
    options = list(question.options.all())
    if question.kind == Kind.TOP:
        # nothing is named first to everybody
        mixed = shuffled(options, for_whom=f"{for_whom}-{question.pk}")
        choices = [("", "Kies"), *_choices(mixed)]
        return _needed(TopThreeField(choices=choices, **_with_errors(said)), question)
    if question.kind == Kind.SEVERAL:
        field = forms.MultipleChoiceField(
            choices=_choices(options),
            widget=forms.CheckboxSelectMultiple,
            **_with_errors(said),
        )
        return _needed(field, question)
    return _needed(_one(said, _choices(options)), question)


def _needed(field: forms.Field, question: Question) -> forms.Field:
    """No "(niet verplicht)" at what must be answered in the end."""
    vars(field)["needed"] = question.is_required
    return field


def _with_errors(said: dict) -> dict:
    return {**said, "error_messages": CHOOSE}


def _one(said: dict, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    widget = forms.RadioSelect
    return forms.ChoiceField(choices=choices, widget=widget, **_with_errors(said))


def _step(number: int) -> str:
    ends = {LOWEST: "1: helemaal niet", HIGHEST: "5: helemaal wel"}
    return ends.get(number, str(number))


def _choices(options: Iterable[Option]) -> list[tuple[str, str]]:
    return [(str(option.pk), str(option)) for option in options]


def _given(question: Question, value) -> Given:
    if question.kind == Kind.OPEN:
        return Given(text=value)
    if question.kind == Kind.SCALE:
        return Given(number=int(value) if value else None)
    chosen = value if isinstance(value, list) else filter(None, [value])
    options = {str(option.pk): option for option in question.options.all()}
    return Given(options=tuple(options[each] for each in dict.fromkeys(chosen)))


def _as_typed(questions: list[Question], answers: Iterable[Answer]) -> dict:
    """What was kept, as the fields take it."""
    kinds = {question.pk: question for question in questions}
    typed: dict = {}
    for answer in sorted(answers, key=lambda each: each.place or 0):
        question = kinds.get(answer.question_id)
        if question is None:
            continue
        if question.kind in {Kind.SEVERAL, Kind.TOP}:
            typed.setdefault(question.name, []).append(str(answer.option_id))
        elif question.kind == Kind.ONE:
            typed[question.name] = str(answer.option_id)
        else:
            typed[question.name] = answer.text or str(answer.number)
    return typed


class SendForm(FromPeople):
    """Who sends it: no more than this questionnaire needs."""

    role = forms.ModelChoiceField(
        label="Wat doe je in het vak?",
        help_text="Zo zien we wie er meedoet. Van een groep kleiner dan 5 laten we "
        "nooit apart iets zien.",
        queryset=Role.objects.all(),
        required=False,
        empty_label="Dat zeg ik liever niet",
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )
    name = Line(
        label="Je naam, die bij je antwoorden staat",
        max_length=80,
        autocomplete="name",
        empty="Vul je naam in: deze vragenlijst is op naam.",
    )
    email = OwnAddress(
        label="Je e-mailadres",
        help_text="We mailen een link om te bevestigen, zodat iedereen één keer telt.",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    field_order = ["role", "name", "email", "website"]

    def __init__(self, data=None, *, response: Response, **kwargs):
        super().__init__(data, **kwargs)
        questionnaire: Questionnaire = response.questionnaire
        if not questionnaire.asks_role:
            del self.fields["role"]
        if not questionnaire.is_named:
            del self.fields["name"]
        if response.is_anonymous or response.reader_id:
            del self.fields["email"]

    @property
    def sender(self) -> Sender:
        said = self.cleaned_data
        return Sender(said.get("role"), said.get("name", ""), said.get("email", ""))
