"""What gunicorn loads: `gunicorn config.wsgi`; production settings by default."""

import os

from django.core.wsgi import get_wsgi_application

from config.env import load_file

load_file()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()
