"""The tests: quick hashing, mail in memory, the fake Stripe, an own media folder."""

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *

DEBUG = False
SECRET_KEY = "alleen-voor-tests"
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# What this run writes is its own, so that two runs never meet, and goes at its end.
VAR_DIR = Path(tempfile.mkdtemp(prefix="geluid-test-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # a file, since threads must see the same database
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}

DEMO_PHOTO_WIDTH = 480  # quick to draw and to resize

# to index whatever a test saves took a quarter of the run; `searchable` turns it on
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False

STRIPE_SECRET_KEY = "sk_test_tests"
STRIPE_WEBHOOK_SECRETS = ["whsec_tests"]
LOGGING = {"version": 1, "disable_existing_loggers": False}
