"""What a page asks of the database."""

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

WRITES = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")


def statements(client, address: str, **asked) -> list[str]:
    """The statements of a warm, anonymous request: all renditions are made.

    They are not in this process's cache: another one may have made them."""
    client.get(address, asked)
    cache.clear()
    Site.get_site_root_paths()  # kept by every process, until a site changes
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, asked)
    assert response.status_code == 200
    return [query["sql"] for query in queries]


def writes(sql: list[str]) -> list[str]:
    """Those that change something."""
    return [each for each in sql if each.lstrip().upper().startswith(WRITES)]
