"""Questions that Django puts into SQL once, and not again for every visitor.

Writing a statement is most of the work of asking one. See docs/decisions/0024."""

from collections.abc import Callable
from functools import cached_property

from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateTimeField,
    Expression,
    Field,
    QuerySet,
)


class Blank(Expression):
    """Where a value comes that differs from one time to the next."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def filled(self, values: dict):
        return self.output_field.get_db_prep_value(values[self.name], connection)


EVENT = Blank("event", BigIntegerField())
NOW = Blank("now", DateTimeField())


class Statement:
    """A `values_list` of numbers and words, with a Blank for each value."""

    def __init__(self, ask: Callable[[], QuerySet]) -> None:
        self.ask = ask

    @cached_property
    def written(self) -> tuple[str, list]:
        """The SQL, and its parameters in order: values, and blanks."""
        sql, params = self.ask().query.sql_with_params()
        return sql, list(params)

    def rows(self, **values) -> list[tuple]:
        sql, params = self.written
        with connection.cursor() as cursor:
            cursor.execute(
                sql,
                [
                    each.filled(values) if isinstance(each, Blank) else each
                    for each in params
                ],
            )
            return cursor.fetchall()
