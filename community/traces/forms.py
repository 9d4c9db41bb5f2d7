"""From what an outcome comes, chosen by the lead."""

from django import forms
from django.utils.text import Truncator

from community.traces.sources import sources
from home.fields import Line

MOST = 30
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

    def __init__(self, *args, group, outcome, **kwargs):
        super().__init__(*args, **kwargs)
        offered = self.fields["source"]
        assert isinstance(offered, forms.ChoiceField)  # noqa: S101  # for the types
        offered.choices = [
            ("", "Kies er een"),
            *(
                (source.kind.capitalize(), rows)
                for source in sources()
                if (rows := _rows(source, group, outcome))
            ),
        ]


def _rows(source, group, outcome) -> list[tuple[str, str]]:
    """The likeliest that everybody may see, as the chain tells them; never itself."""
    chosen = source.choose(group)
    if isinstance(outcome, source.model):
        chosen = chosen.exclude(pk=outcome.pk)
    label = source.model._meta.label_lower
    numbers = list(chosen.values_list("pk", flat=True)[:MOST])
    told = source.tell(numbers)
    shown = [
        (pk, Truncator(told[pk].title).chars(LONG)) for pk in numbers if pk in told
    ]
    return [(f"{label}:{pk}", title) for pk, title in shown]
