"""`manage.py fakestripe` stays away from wherever real money might be."""

import pytest
from django.core.management import CommandError, call_command


def run(**options):
    call_command("fakestripe", port=0, **options)


def test_not_where_debug_is_off(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="DEBUG"):
        run()


@pytest.mark.parametrize("key", ["sk_live_1", "rk_live_1"])
@pytest.mark.parametrize("for_tests", [True, False])
def test_not_with_a_live_key(settings, key, for_tests):
    settings.DEBUG = True
    settings.STRIPE_SECRET_KEY = key

    with pytest.raises(CommandError, match="live"):
        run(for_tests=for_tests)


@pytest.mark.parametrize(
    "elsewhere", [{"host": "0.0.0.0"}, {"webhook_url": "https://example.nl/stripe/"}]
)
def test_not_for_other_machines(settings, elsewhere):
    settings.DEBUG = True

    with pytest.raises(CommandError, match="deze machine"):
        run(**elsewhere)
