"""How `gunicorn config.wsgi` runs; options on the command line win."""

import os
from pathlib import Path

from dotenv import load_dotenv

load_dotenv(Path(__file__).with_name(".env"))
bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 4
# load once, then fork: the workers share the memory of the code
preload_app = True
# a worker that grew is replaced; the spread keeps them from going together
max_requests = 5000
max_requests_jitter = 500
# systemd is its master; and the socket would stand where nothing may be written
control_socket_disable = True
