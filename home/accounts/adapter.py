"""How allauth does things here: our mail, our limits, our words."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from home.accounts.arrivals import arrive
from home.accounts.services import address_is_theirs, needs_both, owe_code
from home.throttle import address_of

WRONG = "Deze code klopt niet. Kijk in de laatste mail, of in je app."
TOO_OFTEN = "Dit is te vaak geprobeerd. Wacht een kwartier en probeer het opnieuw."
OURS = {
    "allauth.mfa.stages.AuthenticateStage": "home.accounts.stages.FactorStage",
}


class AccountAdapter(DefaultAccountAdapter):
    """Nothing is told but what went wrong, and never which address has an account."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": WRONG,
        "rate_limited": TOO_OFTEN,
        "too_many_login_attempts": TOO_OFTEN,
    }

    def is_open_for_signup(self, request):
        return False  # the first code makes the account

    def send_mail(self, template_prefix, email, context):
        if "code" in context:
            owe_code(email=email, code=context["code"], now=timezone.now())

    def add_message(self, request, level, *args, message=None, **kwargs):
        if message:
            super().add_message(request, level, message=message)

    def post_login(self, request, user, *, email, **kwargs):
        """An address came along only when a code was mailed to it."""
        if email:
            address_is_theirs(user=user, email=email, now=timezone.now())
        arrive(request, user)
        return super().post_login(request, user, email=email, **kwargs)

    def respond_user_inactive(self, request, user):
        return redirect("account_login")

    def get_login_redirect_url(self, request):
        return reverse("my_account")

    def get_client_ip(self, request):
        return address_of(request)

    def get_reauthentication_methods(self, user):
        """Where a mail box alone is not enough, the second factor is shown."""
        methods = super().get_reauthentication_methods(user)
        factors = [each for each in methods if each["id"].startswith("mfa")]
        return factors if factors and needs_both(user) else methods

    def get_login_stages(self):
        return [OURS.get(stage, stage) for stage in super().get_login_stages()]


class FactorAdapter(DefaultMFAAdapter):
    """Second factors, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG}

    def generate_authenticator_name(self, user, type):  # noqa: A002  # as allauth has it
        return "Mijn passkey"
