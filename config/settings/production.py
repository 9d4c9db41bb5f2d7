"""A server: refuses to start without its secrets; SITE_URL decides about https."""

from config.env import mailer, required, secret, site, stripe_base
from config.settings.base import *

DEBUG = False
SECRET_KEY = secret(ENVIRONMENT.secret_key)
required(ENVIRONMENT.site_url, "SITE_URL", "links in mails begin with it")
required(ENVIRONMENT.stripe_secret_key, "STRIPE_SECRET_KEY", "buyers pay with it")
required(
    "".join(STRIPE_WEBHOOK_SECRETS),
    "STRIPE_WEBHOOK_SECRET",
    "it proves that a message comes from Stripe",
)
SITE = site(ENVIRONMENT.site_url)
HTTPS = SITE.scheme == "https"
# The machine itself may ask too: /healthz, /readyz, a measurement.
ALLOWED_HOSTS = [SITE.hostname, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{SITE.scheme}://{SITE.netloc}"]

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
MIDDLEWARE.append("home.accounts.middleware.second_factor")
if HTTPS:  # then a proxy stands in front, and limits count visitors, not the proxy
    MIDDLEWARE.insert(0, "config.middleware.visitor_address")
    SESSION_COOKIE_NAME = "__Host-sessie"
    CSRF_COOKIE_NAME = "__Host-csrf"

STRIPE_API_BASE = stripe_base(ENVIRONMENT.stripe_api_base, STRIPE_SECRET_KEY)
if STRIPE_API_BASE:
    SECURE_CSP["form-action"].append(STRIPE_API_BASE)
if HTTPS:
    required(ENVIRONMENT.mail_url, "MAIL_URL", "tickets and invitations go by mail")
MAILERS = {"default": mailer(ENVIRONMENT.mail_url)}
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from or (
    f"{SITE_NAME} <post@{str(SITE.hostname).removeprefix('www.')}>"
)

# One process knows what it keeps; several hear elsewhere that something changed.
if ENVIRONMENT.redis_url:
    PAGE_CACHE = "redis"
elif ENVIRONMENT.workers == 1:
    PAGE_CACHE = "file"
elif "postgresql" in DATABASES["default"]["ENGINE"]:
    PAGE_CACHE = "postgresql"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "home.static_files.Storage"},
}
TEMPLATES[0]["APP_DIRS"] = False
TEMPLATES[0]["OPTIONS"]["loaders"] = [
    (
        "django.template.loaders.cached.Loader",
        [
            "django.template.loaders.filesystem.Loader",
            "django.template.loaders.app_directories.Loader",
        ],
    )
]

if "postgresql" in DATABASES["default"]["ENGINE"]:
    # gunicorn's threads share a few connections; opened when first needed
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
    }
else:
    # each of gunicorn's threads keeps its own: a new one first reads the whole schema
    DATABASES["default"]["CONN_MAX_AGE"] = None
