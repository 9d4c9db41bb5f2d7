"""Coming in, going out, and what else proves that it is you."""

from allauth.account import views as account
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods

from home.accounts.forms import AddressForm
from home.accounts.services import account_for, may_get_a_code
from home.personal import own


def _own(view, name: str):
    return own(view.as_view(template_name=f"home/accounts/{name}.html"))


def _factor(path: str, name: str):
    """Of allauth's factors, loaded at the first use: with what passkeys need (fido2,
    cryptography) they are a twentieth of the start."""

    def view(request, **kwargs):
        return _own(import_string(f"allauth.mfa.{path}"), name)(request, **kwargs)

    return view


class AskCode(account.RequestLoginCodeView):
    """One form for who has an account and who has none yet."""

    form_class = AddressForm

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        LoginCodeVerificationProcess.initiate(
            request=self.request,
            user=account_for(email, now=timezone.now()),
            email=email,
        )
        return redirect(self.get_success_url())

    def _redirect_to_pending_stage(self, request, stage):
        """Who comes back here begins anew: with another address, or a fresh code."""


@method_decorator(login_required, name="dispatch")
class NewCode(account.RequestReauthenticationCodeView):
    """One address, so there is nothing to choose: a button mails the code."""


log_in = _own(AskCode, "log_in")
type_code = _own(account.ConfirmLoginCodeView, "type_code")
ask_again = _own(NewCode, "ask_again")
type_code_again = _own(account.ConfirmReauthenticationCodeView, "type_code")
factor = _factor("base.views.AuthenticateView", "factor")
factor_again = _factor("base.views.ReauthenticateView", "factor")
passkey_again = _factor("webauthn.views.ReauthenticateWebAuthnView", "passkey_again")
log_in_with_passkey = _factor("webauthn.views.LoginWebAuthnView", "log_in")
safety = _factor("base.views.IndexView", "safety")
add_app = _factor("totp.views.ActivateTOTPView", "add_app")
remove_app = _factor("totp.views.DeactivateTOTPView", "remove")
add_passkey = _factor("webauthn.views.AddWebAuthnView", "add_passkey")
remove_passkey = _factor("webauthn.views.RemoveWebAuthnView", "remove")
recovery_codes = _factor("recovery_codes.views.ViewRecoveryCodesView", "recovery_codes")
new_recovery_codes = _factor(
    "recovery_codes.views.GenerateRecoveryCodesView", "new_recovery_codes"
)


@own
@require_http_methods(["GET", "HEAD", "POST"])
def log_out(request):
    """A link elsewhere logs nobody out: a GET shows the button."""
    if request.method == "POST":
        logout(request)
        return redirect("/")
    return render(request, "home/accounts/log_out.html")


@own
@login_required
def second_step(request):
    """Between the password and the CMS: show a second factor, or make one."""
    next_page = request.GET.get("next", "")
    way = f"?{urlencode({'next': next_page})}"
    if is_mfa_enabled(request.user, ["totp"]):
        return redirect(reverse("mfa_reauthenticate") + way)
    if is_mfa_enabled(request.user, ["webauthn"]):
        return redirect(reverse("mfa_reauthenticate_webauthn") + way)
    context = {"has_mail": may_get_a_code(request.user)}
    return render(request, "home/accounts/second_step.html", context)
