"""On an empty database tables are made at once, and are the same tables."""

from contextlib import closing, nullcontext

import pytest
from django.db import migrations, models
from django.db.migrations import Migration
from django.db.migrations.state import ProjectState
from django.db.utils import ConnectionHandler

from config.migrating import creating_at_once


class Thing(Migration):
    """One refers to the other, to itself and to many; and then they change."""

    operations = [
        migrations.CreateModel(
            "Order",
            [("id", models.BigAutoField(primary_key=True))],
            options={"indexes": [models.Index(fields=["id"], name="order_id")]},
        ),
        migrations.CreateModel(
            "Pair",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("order", models.ForeignKey("things.Order", models.CASCADE)),
                ("before", models.OneToOneField("self", models.CASCADE, null=True)),
                ("others", models.ManyToManyField("things.Order", related_name="+")),
            ],
        ),
        migrations.AddField("Order", "count", models.IntegerField(default=1)),
        migrations.AddConstraint(
            "Order",
            models.CheckConstraint(condition=models.Q(count__gt=0), name="some"),
        ),
        migrations.RunPython(lambda apps, _: apps.get_model("things.Pair")),
        migrations.CreateModel("Last", [("id", models.BigAutoField(primary_key=True))]),
        migrations.AddField(
            "Pair", "last", models.ForeignKey("things.Last", models.CASCADE, null=True)
        ),
    ]


def schema(file, way, *, rendered: bool) -> list[tuple]:
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": file}
    connection = ConnectionHandler({"default": database})["default"]
    state = ProjectState()
    if rendered:
        assert state.apps
    with way(), connection.schema_editor() as editor:
        Thing("first", "things").apply(state, editor)
    with closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return cursor.fetchall()


@pytest.mark.django_db
@pytest.mark.parametrize("rendered", [True, False])
def test_tables_made_at_once_are_those_made_one_by_one(tmp_path, rendered):
    one_by_one = schema(tmp_path / "1", nullcontext, rendered=rendered)
    at_once = schema(tmp_path / "2", creating_at_once, rendered=rendered)

    assert at_once == one_by_one
    assert len(at_once) > 6


def test_afterwards_django_does_as_it_did():
    before = Migration.apply
    with creating_at_once():
        assert Migration.apply is not before

    assert Migration.apply is before
