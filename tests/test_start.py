"""What a process loads before its first page, and what it leaves for who needs it."""

import subprocess
import sys

from django.conf import settings
from wagtail.api.v3.registry import registry

from tests.production import COMPLETE

SHOW = "import sys, config.wsgi; print(*sys.modules)"


def test_gunicorn_loads_every_address_and_nothing_for_a_few(tmp_path):
    environment = {**COMPLETE, "VAR_DIR": str(tmp_path)}

    loaded = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert "config.urls" in loaded
    few = {"fido2", "cryptography", "openpyxl", "stripe.params", "stripe.checkout"}
    assert few.isdisjoint(loaded)


def test_what_wagtail_would_tell_an_api_is_left_for_who_asks():
    kinds = registry.list_content_types()

    schemas = [registry.get(kind.name).read_schema for kind in kinds]

    assert len(schemas) > 10
    assert not any(schema.__pydantic_complete__ for schema in schemas)
