"""What one types to come in."""

import struct

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, ConfirmReauthenticationCodeForm
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
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


def _code(label: str) -> Line:
    return Line(
        label=label,
        autocomplete="one-time-code",
        empty="Vul de code in.",
        max_length=20,
        short=True,
    )


class CodeForm(ConfirmLoginCodeForm):
    code = _code("De code uit de mail")


class CodeAgainForm(ConfirmReauthenticationCodeForm):
    code = _code("De code uit de mail")


class FactorForm(AuthenticateForm):
    code = _code("De code uit je app, of een herstelcode")


class FactorAgainForm(ReauthenticateForm):
    code = _code("De code uit je app, of een herstelcode")


class AppForm(ActivateTOTPForm):
    code = _code("De code die de app nu laat zien")


BROKEN = (AttributeError, KeyError, TypeError, ValueError, struct.error)


def _readable(clean):
    """What a browser sends can be anything; what nobody can read is a wrong code."""
    try:
        return clean()
    except BROKEN as error:
        raise get_adapter().validation_error("incorrect_code") from error


class PasskeyFactorForm(AuthenticateWebAuthnForm):
    def clean_credential(self):
        return _readable(super().clean_credential)


class PasskeyLoginForm(PasskeyFactorForm, LoginWebAuthnForm):
    pass


class PasskeyAgainForm(PasskeyFactorForm, ReauthenticateWebAuthnForm):
    pass


class PasskeyForm(AddWebAuthnForm):
    """Always one to log in with, so it asks for a finger, a face or a pin."""

    name = Line(
        label="Hoe noem je deze passkey?",
        max_length=60,
        required=False,
        help_text="Bijvoorbeeld ‘telefoon’. Zo herken je hem als je er meer hebt.",
    )
    passwordless = forms.BooleanField(
        initial=True, required=False, widget=forms.HiddenInput
    )

    def clean(self):
        return _readable(super().clean)
