"""A foreign key over two columns: a pair stands in a place of its own pool."""

from django.db.models import BaseConstraint


class PlaceInPool(BaseConstraint):
    """(place, pool) of a pair is (id, pool) of a place; nothing where it has no place.

    So a place that is kept apart cannot be sold to a pair that says it is public, also
    where a bug forgets to look. Django knows foreign keys of one column only."""

    RULE = (
        "CONSTRAINT {name} FOREIGN KEY (place_id, pool) "
        "REFERENCES events_place (id, pool) DEFERRABLE INITIALLY DEFERRED"
    )

    def __eq__(self, other):
        return isinstance(other, PlaceInPool) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def constraint_sql(self, model, schema_editor):
        return self.RULE.format(name=schema_editor.quote_name(self.name))

    def create_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model, schema_editor):
        table = schema_editor.quote_name(model._meta.db_table)
        name = schema_editor.quote_name(self.name)
        return f"ALTER TABLE {table} DROP CONSTRAINT {name}"

    def validate(self, model, instance, exclude=None, using=None):
        """The database says it; no form chooses a place."""
