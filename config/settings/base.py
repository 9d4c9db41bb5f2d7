"""What holds everywhere; dev, test and production only differ from it."""

from typing import Any

from django.utils.csp import CSP

from config.env import BASE_DIR, database, read
from home.embeds import FRAMES

ENVIRONMENT = read()
VAR_DIR = ENVIRONMENT.var_dir  # all that the site writes: database, media, mail

SITE_NAME = "Een Nieuw Geluid"
WAGTAIL_SITE_NAME = SITE_NAME
SITE_URL = ENVIRONMENT.site_url
WAGTAILADMIN_BASE_URL = SITE_URL

INSTALLED_APPS = [
    "config",
    "home",
    "stories",
    "events",
    "community",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # its Dutch, for Wagtail's "een minuut geleden"
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "home.page_cache.middleware.PageCache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "config.middleware.policies",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.refuse_null_bytes",
    "config.middleware.RefuseWhatNobodyMeans",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "home.pages.moved.follow_the_page",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = True

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.static", "home.templatetags.site"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.site",
            ],
        },
    }
]
FORM_RENDERER = "home.form_renderer.Renderer"

SQLITE_OPTIONS = {
    # one writer at a time, and the others wait: what makes counting places right here
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # up to a GB is read where the system has it: what a search asks of thousands of
    # pages took twice as long with copies
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    " PRAGMA mmap_size=1073741824;",
}
DATABASES = {
    "default": database(
        ENVIRONMENT.database_url or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Whole pages for visitors without a cookie: who says that one is old ("" for none).
PAGE_CACHE = ""
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
}
if ENVIRONMENT.redis_url:
    CACHES["default"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": ENVIRONMENT.redis_url,
        "KEY_PREFIX": "geluid",
    }

# At once in the process, or by any number of `manage.py db_worker` (TASK_WORKER=1).
TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if ENVIRONMENT.task_worker
        else "django.tasks.backends.immediate.ImmediateBackend"
    }
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("nl", "Nederlands")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
DEMO_PHOTO_WIDTH = 2400  # pixels, of the photos that `demo` draws

MAILERS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
}
DEFAULT_FROM_EMAIL = (
    ENVIRONMENT.mail_from or f"{SITE_NAME} <post@een-nieuw-geluid.example>"
)

# Cookies: session and CSRF, nothing else, and none for somebody who only reads.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "home.views.csrf_failure"
LOGIN_URL = "account_login"

# Accounts (docs/decisions/0041): a code by mail or a passkey; an address is the name.
ACCOUNT_ADAPTER = "home.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code is the proof, and the only way in
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nothing to say to who may not come in
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_METHODS = ["code", "mfa"]
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "request_login_code": "20/h/ip,3/10m/key,20/d/key",
}
ACCOUNT_FORMS = {
    "confirm_login_code": "home.accounts.forms.CodeForm",
    "confirm_reauthentication_code": "home.accounts.forms.CodeAgainForm",
}
MFA_ADAPTER = "home.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_FORMS = {
    "authenticate": "home.accounts.factor_forms.FactorForm",
    "reauthenticate": "home.accounts.factor_forms.FactorAgainForm",
    "activate_totp": "home.accounts.factor_forms.AppForm",
    "add_webauthn": "home.accounts.factor_forms.PasskeyForm",
    "login_webauthn": "home.accounts.factor_forms.PasskeyLoginForm",
    "authenticate_webauthn": "home.accounts.factor_forms.PasskeyFactorForm",
    "reauthenticate_webauthn": "home.accounts.factor_forms.PasskeyAgainForm",
}

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [*FRAMES],  # a film, once a reader asked for it
    "manifest-src": [CSP.SELF],
    # a form may also lead to where buyers pay: browsers follow its redirect with this
    "form-action": [CSP.SELF, "https://checkout.stripe.com"],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# Wagtail's back office writes inline scripts and styles (reference: date choosers).
CMS_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF, *FRAMES],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
}
X_FRAME_OPTIONS = "SAMEORIGIN"  # the preview panel; frame-ancestors is stricter
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # asks DENY, which has no preview
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY = {
    "accelerometer": [],
    "camera": [],
    "geolocation": [],
    "gyroscope": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "payment": [],
    "usb": [],
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a long story has many blocks

WAGTAILIMAGES_IMAGE_MODEL = "home.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.pages.photo_form.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_AVIF_QUALITY = (
    50  # of 100; nobody sees the difference with 61, a third less
)
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, object]] = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "dutch",
    }
}
# the server asks no other site about a film: home/embeds.py knows what plays here
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILADMIN_USER_LOGIN_FORM = "home.login.LoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "home.login.PasswordResetForm"
# a code to this address opens the account: only an operator changes it
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"  # as one types it here
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # one for all, so nobody is asked to choose
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
TAGGIT_CASE_INSENSITIVE = True

STRIPE_SECRET_KEY = ENVIRONMENT.stripe_secret_key
STRIPE_WEBHOOK_SECRETS = [
    secret.strip()
    for secret in ENVIRONMENT.stripe_webhook_secret.split(",")
    if secret.strip()
]
STRIPE_API_BASE = ENVIRONMENT.stripe_api_base
STRIPE_HTTP_CLIENT = None  # tests put the fake Stripe here

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.Line",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "filters": {"without_keys": {"()": "config.logs.WithoutKeys"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"filters": ["without_keys"]},
        # both tell every step of every task, Wagtail every page as well
        "django.tasks": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
