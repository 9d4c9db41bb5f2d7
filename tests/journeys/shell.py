"""One `manage.py shell` for a whole run: starting it takes longer than its work."""

import json
import subprocess
import sys

from django.conf import settings

LISTEN = """
import io, json, sys, traceback
from contextlib import redirect_stdout
from django.core.cache import cache
from django.db import connections
for line in sys.stdin:
    said, went_well = io.StringIO(), True
    cache.clear()
    try:
        with redirect_stdout(said):
            exec(json.loads(line), dict(globals()))
    except Exception:
        said, went_well = io.StringIO(traceback.format_exc()), False
    connections.close_all()
    print(json.dumps([went_well, said.getvalue()]), flush=True)
"""


class Shell:
    """Does what it is told in a process of its own, until it is closed."""

    def __init__(self, environment: dict[str, str]):
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "shell", "-v", "0", "-c", LISTEN],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, code: str) -> str:
        """What this code prints; raises what it raises."""
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        went_well, said = json.loads(self.process.stdout.readline())
        if not went_well:
            raise AssertionError(said)
        return said.strip()

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=120)
        self.process.stdout.close()
