"""From what an outcome comes, chosen by the lead."""

from django import forms
from django.utils.text import Truncator

from community.traces.sources import sources
from home.fields import Line

MOST = 30  # of each kind; the others are found by a word
WORDS = 6
LONG = 90  # letters of what was said, in a list on a phone


class TraceForm(forms.Form):
    """A thing from the list of each kind, and the reason in one line."""

    source = forms.ChoiceField(
        label="Waar komt het vandaan?",
        error_messages={
            "required": "Kies waar de uitkomst vandaan komt.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    why = Line(
        label="Waarom?",
        max_length=160,
        empty="Schrijf in één regel wat het ermee te maken heeft.",
        help_text="Bijvoorbeeld: hier vroegen 8 mensen het eerst om.",
    )

    def __init__(self, *args, group, outcome, words="", **kwargs):
        super().__init__(*args, **kwargs)
        self.is_cut = False
        offered = self.fields["source"]
        assert isinstance(offered, forms.ChoiceField)  # noqa: S101  # for the types
        offered.choices = [
            ("", "Kies er een"),
            *(
                (source.kind.capitalize(), rows)
                for source in sources()
                if (rows := self._rows(source, group, outcome, words))
            ),
        ]
        self.is_empty = len(offered.choices) == 1

    def _rows(self, source, group, outcome, words: str) -> list[tuple[str, str]]:
        """The likeliest with these words that everybody may see; never itself."""
        chosen = source.choose(group)
        if isinstance(outcome, source.model):
            chosen = chosen.exclude(pk=outcome.pk)
        for word in words.split()[:WORDS]:
            chosen = chosen.filter(**{f"{source.column}__icontains": word})
        numbers = list(chosen.values_list("pk", flat=True)[: MOST + 1])
        self.is_cut |= len(numbers) > MOST
        told = source.tell(numbers[:MOST])
        label = source.model._meta.label_lower
        return [
            (f"{label}:{pk}", Truncator(told[pk].title).chars(LONG))
            for pk in numbers
            if pk in told
        ]
