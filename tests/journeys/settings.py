"""What `make run` serves, without what takes a machine time and shows nothing."""

from config.settings.dev import *

BUNDLED = VAR_DIR / "bundled"
DEMO_PHOTO_WIDTH = 480  # quick to draw and to resize
WHITENOISE_AUTOREFRESH = False  # nobody changes a file meanwhile,
WHITENOISE_MAX_AGE = 3600  # so a browser asks once
# and the styles in one request, as production does
STATICFILES_DIRS = [BUNDLED, *STATICFILES_DIRS]
