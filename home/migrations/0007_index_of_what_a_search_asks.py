"""Wagtail looks for words in title and body together, and has an index of each apart."""

from django.db import migrations

NAME = "home_search_title_and_body"
MAKE = (
    f"CREATE INDEX {NAME} ON wagtailsearch_indexentry USING gin ((title || body))"
)


def make(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(MAKE)


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP INDEX {NAME}")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0006_accounts_and_members"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(make, drop)]
