"""Questions that Django puts into SQL once, and not again for every visitor.

Writing a statement is most of the work of asking one. See docs/decisions/0024."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateTimeField,
    Expression,
    Field,
    Model,
    QuerySet,
)
from django.db.models.expressions import RawSQL


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


class Written(NamedTuple):
    """SQL; its parameters in order, values and blanks; what reads the answer."""

    sql: str
    params: list
    read: Callable[[Iterable], Iterable]


class Statement:
    """A `values_list`, with a Blank for each value that differs."""

    def __init__(self, ask: Callable[[], QuerySet]) -> None:
        self.ask = ask

    @cached_property
    def written(self) -> Written:
        compiler = self.ask().query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        if not converters:
            return Written(sql, list(params), iter)
        return Written(
            sql, list(params), lambda rows: compiler.apply_converters(rows, converters)
        )

    def rows(self, **values) -> list[tuple]:
        sql, params, read = self.written
        with connection.cursor() as cursor:
            cursor.execute(
                sql,
                [
                    each.filled(values) if isinstance(each, Blank) else each
                    for each in params
                ],
            )
            found = cursor.fetchall()
        return [tuple(row) for row in read(found)]


class StatementOfMany:
    """About a list of values; written once for each of a few lengths of the list."""

    def __init__(self, ask: Callable[[list[Blank]], QuerySet], each: Field) -> None:
        @cache
        def of_length(length: int) -> Statement:
            blanks = [Blank(f"value_{place}", each) for place in range(length)]
            return Statement(lambda: ask(blanks))

        self._of_length = of_length

    def rows(self, values: Iterable) -> list[tuple]:
        """The last value may stand there more than once: 3 are asked as 4."""
        wanted = list(values)
        if not wanted:
            return []
        length = 1 << (len(wanted) - 1).bit_length()
        wanted += wanted[-1:] * (length - len(wanted))
        named = {f"value_{place}": value for place, value in enumerate(wanted)}
        return self._of_length(length).rows(**named)


@cache
def numbers_of(ask: Callable[[], QuerySet]) -> RawSQL:
    """The rows that this asks for, to stand within another question: `pk__in=…`."""
    numbers = ask().values("pk").query.get_compiler(connection=connection)
    return RawSQL(*numbers.as_sql())  # noqa: S611  # Django wrote it


class Part(NamedTuple):
    """A row within the row: a model, and the way to it from the first."""

    model: type[Model]
    way: list[str]
    names: list[str]  # of all its fields, as `from_db` takes them

    def columns(self) -> list[str]:
        return ["__".join([*self.way, name]) for name in self.names]


class Rows:
    """Models with the rows they point at, as `select_related` brings them."""

    def __init__(
        self,
        ask: Callable[[], QuerySet],
        *,
        related: Iterable[str] = (),
        also: Iterable[str] = (),
    ) -> None:
        self.ask, self.related, self.also = ask, related, list(also)

    @cached_property
    def parts(self) -> list[Part]:
        ways = {()} | {
            tuple(way.split("__")[:length])
            for way in self.related
            for length in range(1, way.count("__") + 2)
        }
        return [_part(self.ask().model, list(way)) for way in sorted(ways)]

    @cached_property
    def statement(self) -> Statement:
        columns = [column for part in self.parts for column in part.columns()]
        return Statement(lambda: self.ask().values_list(*columns, *self.also))

    def of(self, **values) -> list[Any]:
        return [self._made(iter(row)) for row in self.statement.rows(**values)]

    def _made(self, values: Iterator) -> Model:
        first, *others = self.parts
        one = first.model.from_db(
            connection.alias, first.names, list(islice(values, len(first.names)))
        )
        for model, way, names in others:
            row = list(islice(values, len(names)))
            *through, last = way
            holder: Any = one
            for step in through:
                holder = holder and getattr(holder, step)
            if holder and row[names.index(model._meta.pk.attname)] is not None:
                setattr(holder, last, model.from_db(connection.alias, names, row))
        for name, value in zip(self.also, values, strict=True):
            setattr(one, name, value)
        return one


def _part(model: Any, way: list[str]) -> Part:
    for step in way:
        model = model._meta.get_field(step).related_model
    return Part(model, way, [field.attname for field in model._meta.concrete_fields])
