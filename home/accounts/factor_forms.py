"""What one shows besides a code from the mail; only allauth, by name, loads this."""

import struct

from allauth.account.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

from home.accounts.forms import code_field
from home.fields import Line


class FactorForm(AuthenticateForm):
    code = code_field("De code uit je app, of een herstelcode")


class FactorAgainForm(ReauthenticateForm):
    code = code_field("De code uit je app, of een herstelcode")


class AppForm(ActivateTOTPForm):
    code = code_field("De code die de app nu laat zien")


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
