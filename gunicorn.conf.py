"""How `gunicorn config.wsgi` runs; options on the command line win."""

import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# load once, then fork: the workers share the memory of the code
preload_app = True
# a worker that grew is replaced; the spread keeps them from going together
max_requests = 5000
max_requests_jitter = 500
