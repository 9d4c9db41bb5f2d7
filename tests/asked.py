"""What a page asks of the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

WRITES = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")


def statements(client, address: str, **asked) -> list[str]:
    """The statements of a warm, anonymous request: renditions and caches are there."""
    client.get(address, asked)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, asked)
    assert response.status_code == 200
    return [query["sql"] for query in queries]


def writes(sql: list[str]) -> list[str]:
    """Those that change something."""
    return [each for each in sql if each.lstrip().upper().startswith(WRITES)]
