"""Form fields that say in Dutch what is wrong and what to do."""

from unicodedata import category

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, ProhibitNullCharactersValidator

NO_NULL = ProhibitNullCharactersValidator(
    message="Er staat een teken in dat we niet kunnen lezen. Typ het opnieuw."
)


# they turn what follows around, also the words of the page behind a name
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class Line(forms.CharField):
    """One line; `autocomplete` tells a browser whose data it is (WCAG 1.3.5)."""

    def __init__(
        self,
        *,
        empty: str = "",
        autocomplete: str = "off",
        needed=False,
        short=False,
        **kwargs,
    ):
        # `needed`: required in some case only, so no "(niet verplicht)" at the label
        self.needed = needed
        if needed:
            kwargs["required"] = False
        attrs = {"autocomplete": autocomplete} | ({"class": "short"} if short else {})
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        kwargs.setdefault("max_length", 120)
        super().__init__(
            error_messages={
                "required": empty,
                "max_length": "Dit is te lang. Hoogstens %(limit_value)d tekens.",
            },
            **kwargs,
        )
        _speak_of_null(self)

    def to_python(self, value):
        """What nobody can see is nothing."""
        said = super().to_python(value) or ""
        seen = "\0" in said or any(category(sign)[0] not in "CZ" for sign in said)
        return said.translate(TURNS) if seen else ""


class Text(Line):
    """Several lines of text."""

    def __init__(self, *, rows: int = 8, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        """A browser counts the end of a line as one sign, and sends it as two."""
        return super().to_python(value).replace("\r\n", "\n")


class OneSpelling(EmailValidator):
    """Between quotes a name has as many spellings as one likes, and every one of them
    would be another reader with mails of their own. Nobody's address is a number."""

    def __call__(self, value):
        if {'"', "["} & set(value):
            raise ValidationError(self.message, self.code)
        super().__call__(value)


class Address(forms.EmailField):
    """An e-mail address; what is wrong with it is said in Dutch."""

    default_validators = [OneSpelling()]

    def __init__(
        self, *, empty: str = "", autocomplete: str = "off", needed=False, **kwargs
    ):
        self.needed = needed
        if needed:
            kwargs["required"] = False
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": autocomplete}),
            error_messages={
                "required": empty,
                "invalid": "Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl.",
                "max_length": "Dit is te lang voor een e-mailadres.",
            },
            **kwargs,
        )
        _speak_of_null(self)


def _speak_of_null(field: forms.CharField) -> None:
    """Instead of Django's "Null-tekens zijn niet toegestaan"."""
    field.validators = [
        NO_NULL if isinstance(v, ProhibitNullCharactersValidator) else v
        for v in field.validators
    ]
