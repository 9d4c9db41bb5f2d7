"""`manage.py check --deploy` looks at Stripe's key: real money, no more than needed."""

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def stripe_key_fits_a_real_site(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Not where a stand-in on this machine answers for Stripe."""
    key = settings.STRIPE_SECRET_KEY
    if settings.STRIPE_API_BASE or key.startswith("rk_live_"):
        return []
    if "_live_" in key:
        return [
            checks.Error(
                "STRIPE_SECRET_KEY may do everything with the account.",
                hint="Take a restricted key (rk_live_…); docs/operations.md says which "
                "rights it needs.",
                id="events.E001",
            )
        ]
    return [
        checks.Warning(
            "STRIPE_SECRET_KEY is a test key: nobody really pays.",
            hint="On a real site it begins with rk_live_.",
            id="events.W001",
        )
    ]
