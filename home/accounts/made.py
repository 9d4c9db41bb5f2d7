"""Who has just made a second factor has shown it: making it takes its code or touch."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added


def shown(request, user, authenticator, **_others):
    """Else the CMS asks at once for a code of the app that was paired a moment ago."""
    kind = authenticator.type
    if kind != Authenticator.Type.RECOVERY_CODES:  # those come along by themselves
        record_authentication(request, user, "mfa", id=authenticator.pk, type=kind)


authenticator_added.connect(shown)  # the only place where allauth tells of it
