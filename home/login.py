"""The forms before the back office: in Dutch to the last word, and not too often."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailResetForm

from home.throttle import address_key, count, counted, is_too_often, name_key

GUESSES, A_WHILE = 20, 15 * 60
TOO_MANY = (
    "Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het over een kwartier "
    "nog eens, of log op de site in met een code per mail."
)


class LoginForm(WagtailLoginForm):
    """Wagtail gives the password no label, so Django makes one up in English.

    Wrong passwords count, per visitor and per account: nobody guesses on."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Wachtwoord"

    def clean(self):
        account = self.cleaned_data.get("username", "").casefold()
        keys = [address_key(self.request, "password"), name_key(account, "account")]
        if any(counted(key) >= GUESSES for key in keys):
            raise ValidationError(TOO_MANY, code="too_many")
        try:
            return super().clean()
        except ValidationError:
            for key in keys:
                count(key, seconds=A_WHILE)
            raise


class PasswordResetForm(WagtailResetForm):
    """Says nothing when it is too often, as it says nothing of an address."""

    def save(self, *args, request=None, **kwargs):
        if not is_too_often(request, "new-password", limit=5, seconds=3600):
            super().save(*args, request=request, **kwargs)
