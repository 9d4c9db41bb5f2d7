"""A developer's machine: no other service is needed, mail is kept in a folder."""

from config.env import not_live
from config.settings.base import *

DEBUG = True
SECRET_KEY = ENVIRONMENT.secret_key or "alleen-voor-ontwikkelen"
VAR_DIR.mkdir(parents=True, exist_ok=True)
PORT = ENVIRONMENT.port
SITE_URL = WAGTAILADMIN_BASE_URL = ENVIRONMENT.site_url or f"http://127.0.0.1:{PORT}"
MIDDLEWARE.append("config.middleware.PagesOfProduction")
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # a passkey at http://localhost
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

PASSWORD_HASHERS = [  # the passwords of the demo are printed: nobody has to guess them
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(VAR_DIR / "mail")},
    }
}

# The fake Stripe of `make run` listens one port up.
STRIPE_API_BASE = ENVIRONMENT.stripe_api_base or f"http://127.0.0.1:{PORT + 1}"
SECURE_CSP["form-action"].append(STRIPE_API_BASE)
STRIPE_SECRET_KEY = not_live(ENVIRONMENT.stripe_secret_key or "sk_test_ontwikkelen")
STRIPE_WEBHOOK_SECRETS = STRIPE_WEBHOOK_SECRETS or ["whsec_ontwikkelen"]

WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# only what goes wrong; a line for every request would push the rest away
LOGGING["loggers"] |= {
    "django.server": {"level": "WARNING"},
    "django.utils.autoreload": {"level": "WARNING"},
    "stripe": {"level": "WARNING"},
}
