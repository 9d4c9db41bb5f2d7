"""What we ask of who says that they are somebody."""

from django import forms

from home.fields import Text


class ClaimForm(forms.Form):
    note = Text(
        label="Waaraan zien wij dat jij dit bent?",
        rows=4,
        max_length=500,
        empty="Schrijf waaraan we zien dat jij het bent.",
        help_text="Bijvoorbeeld: je werkadres, of wie van ons je kent. Alleen de "
        "redactie leest dit.",
    )


class RefusalForm(forms.Form):
    reason = Text(
        label="Waarom niet",
        rows=3,
        max_length=500,
        empty="Zeg waarom; wie het vroeg, leest dit.",
    )
