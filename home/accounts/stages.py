"""When a login by code is not enough."""

from allauth.mfa.stages import AuthenticateStage

from home.accounts.services import needs_both


class FactorStage(AuthenticateStage):
    """A passkey of a member is another way in, no second lock: who loses it has the
    mail. In the CMS, and for who paired an app, it is both."""

    def _should_handle(self, request) -> bool:
        return needs_both(self.login.user) and super()._should_handle(request)
