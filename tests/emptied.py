"""After a race on PostgreSQL: delete the few rows there are.

Django truncates, which makes two hundred tables and their indexes anew, and then makes
every permission again: more than a second, where the race itself takes a tenth."""

from django.db import connection
from django.test import TransactionTestCase

# what the migrations put there and a flush would make again
STAYS = {"django_migrations", "django_content_type", "auth_permission"}


def empty_after_a_race() -> None:
    """Let Django's transactional tests end like this, on PostgreSQL only."""
    if connection.vendor == "postgresql":
        TransactionTestCase._fixture_teardown = _delete_all_rows


def _delete_all_rows(test: TransactionTestCase) -> None:
    """In any order: for a replica PostgreSQL asks no foreign key."""
    names = sorted(set(connection.introspection.table_names()) - STAYS)
    deletes = [f"DELETE FROM {connection.ops.quote_name(name)}" for name in names]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("; ".join(deletes))
        cursor.execute("SET session_replication_role = DEFAULT")
