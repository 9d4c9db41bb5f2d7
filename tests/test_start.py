"""What a process loads before its first page, and what it leaves for who needs it."""

import json
import subprocess
import sys

from django.conf import settings

from tests.production import COMPLETE

SHOW = """
import json, sys
import config.wsgi
from wagtail.api.v3.registry import registry

schemas = {each.name: registry.get(each.name) for each in registry.list_content_types()}
made = {name: each.read_schema.__pydantic_complete__ for name, each in schemas.items()}
print(json.dumps({"loaded": list(sys.modules), "made": made}))
"""


def test_gunicorn_loads_every_address_and_nothing_for_a_few(tmp_path):
    environment = {**COMPLETE, "VAR_DIR": str(tmp_path)}

    shown = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    loaded, made = json.loads(shown).values()
    assert "config.urls" in loaded
    few = {"fido2", "cryptography", "openpyxl", "stripe.params", "stripe.checkout"}
    assert few.isdisjoint(loaded)
    assert made["stories.StoryPage"] is False  # for an API that we do not offer
    assert not any(made.values())
