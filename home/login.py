"""The forms before the back office: in Dutch to the last word, and not too often."""

from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailResetForm

from home.throttle import is_too_often


class LoginForm(WagtailLoginForm):
    """Wagtail gives the password no label, so Django makes one up in English."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Wachtwoord"


class PasswordResetForm(WagtailResetForm):
    """Says nothing when it is too often, as it says nothing of an address."""

    def save(self, *args, request=None, **kwargs):
        if not is_too_often(request, "new-password", limit=5, seconds=3600):
            super().save(*args, request=request, **kwargs)
