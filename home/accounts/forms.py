"""What one types to come in."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, ConfirmReauthenticationCodeForm
from allauth.core import context, ratelimit
from django import forms

from home.fields import Line
from home.readers.forms import OwnAddress


class AddressForm(forms.Form):
    """Where the code goes; whether we know the address is nobody's business."""

    email = OwnAddress(
        label="Je e-mailadres",
        autocomplete="email",
        help_text="We mailen je een code. Nog geen account? Dan maak je er zo een.",
        empty="Vul je e-mailadres in, dan mailen we je een code.",
    )

    def clean_email(self):
        email = self.cleaned_data["email"]
        limit = {"action": "request_login_code", "key": email}
        if not ratelimit.consume(context.request, **limit):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email


def code_field(label: str) -> Line:
    return Line(
        label=label,
        autocomplete="one-time-code",
        empty="Vul de code in.",
        max_length=20,
        short=True,
    )


class CodeForm(ConfirmLoginCodeForm):
    code = code_field("De code uit de mail")


class CodeAgainForm(ConfirmReauthenticationCodeForm):
    code = code_field("De code uit de mail")
