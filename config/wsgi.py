"""What gunicorn loads: `gunicorn config.wsgi`; production settings by default."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.env import load_file
from home.page_cache.front import in_front_of

load_file()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
gc.disable()  # nothing that is loaded is litter: looking for it is a sixth of the start
application = in_front_of(get_wsgi_application())
import_module(settings.ROOT_URLCONF)  # else each worker, for its first visitor
gc.enable()
gc.freeze()  # the workers share what was loaded, as long as nobody looks through it
