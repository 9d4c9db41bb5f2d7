"""Questions that Django puts into SQL once, and not again for every visitor.

Writing a statement is most of the work of asking one. See docs/decisions/0024."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property

from django.db import connection
from django.db.models import (
    FETCH_ONE,
    BigIntegerField,
    Count,
    DateTimeField,
    Expression,
    Field,
    Model,
    QuerySet,
    Value,
)
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators
from django.db.transaction import TransactionManagementError


class Blank(Expression):
    """Where a value comes that differs from one time to the next."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def filled(self, values: dict):
        return self.output_field.get_db_prep_value(values[self.name], connection)


ORDER = Blank("order", BigIntegerField())
EVENT = Blank("event", BigIntegerField())
NOW = Blank("now", DateTimeField())


class Written:
    """What Django made of a queryset: SQL, with its parameters and blanks in order."""

    def __init__(self, queryset: QuerySet) -> None:
        query = queryset.query
        self.compiler = query.get_compiler(connection=connection)
        self.sql, self.params = self.compiler.as_sql()
        columns = [column for column, *_ in self.compiler.select]
        self.converters = self.compiler.get_converters(columns)
        self.locks = query.select_for_update

    def rows(self, values: dict) -> list[tuple]:
        """Django asks for a transaction when it writes a lock; here it is each time."""
        if self.locks and connection.get_autocommit():
            raise TransactionManagementError("a lock outside of a transaction")
        params = [
            each.filled(values) if isinstance(each, Blank) else each
            for each in self.params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        if not self.converters:
            return found
        converted = self.compiler.apply_converters(found, self.converters)
        return [tuple(row) for row in converted]


class Statement:
    """A `values_list`, with a Blank for each value that differs."""

    def __init__(self, ask: Callable[[], QuerySet]) -> None:
        self.ask = ask

    @cached_property
    def written(self) -> Written:
        return Written(self.ask())

    def rows(self, **values) -> list[tuple]:
        return self.written.rows(values)


class StatementOfMany:
    """About a list of values; written once for each of a few lengths of the list."""

    def __init__(self, ask: Callable[[list[Blank]], QuerySet], each: Field) -> None:
        @cache
        def of_length(length: int) -> Statement:
            blanks = [Blank(f"value_{place}", each) for place in range(length)]
            return Statement(lambda: ask(blanks))

        self._of_length = of_length

    def rows(self, values: Iterable, **others) -> list[tuple]:
        """The last value may stand there more than once: 3 are asked as 4."""
        wanted = list(values)
        if not wanted:
            return []
        length = 1 << (len(wanted) - 1).bit_length()
        wanted += wanted[-1:] * (length - len(wanted))
        named = {f"value_{place}": value for place, value in enumerate(wanted)}
        return self._of_length(length).rows(**named, **others)


@cache
def numbers_of(ask: Callable[[], QuerySet]) -> RawSQL:
    """The rows that this asks for, to stand within another question: `pk__in=…`."""
    numbers = ask().values("pk").query.get_compiler(connection=connection)
    return RawSQL(*numbers.as_sql())  # noqa: S611  # Django wrote it


def counted(queryset: QuerySet) -> QuerySet:
    """`count()`, as a question that can be written down: one row of one number."""
    return queryset.order_by().values(all=Value(1)).values_list(Count("pk"))


def bring(one: Model, name: str, rows: list) -> None:
    """These are all its rows of that name, as `prefetch_related` keeps them."""
    found = getattr(one, name).all()
    found._result_cache, found._prefetch_done = rows, True
    vars(one).setdefault("_prefetched_objects_cache", {})[name] = found


class Rows[Made: Model](Statement):
    """Models, with all that `select_related` and `annotate` bring along."""

    def of(self, **values) -> list[Made]:
        return [self._made(row) for row in self.rows(**values)]

    def one(self, **values) -> Made | None:
        """The first, if there is any."""
        return next(iter(self.of(**values)), None)

    @cached_property
    def _plan(self) -> tuple:
        """Which columns are of which model, as Django's own `ModelIterable` has it."""
        compiler = self.written.compiler
        info, select = compiler.klass_info, compiler.select
        columns = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        names = [column.target.attname for column, *_ in select[columns]]
        related = get_related_populators(info, select, connection.alias, FETCH_ONE)
        return info["model"], columns, names, related, compiler.annotation_col_map

    def _made(self, row: tuple) -> Made:
        model, columns, names, related, annotations = self._plan
        one = model.from_db(connection.alias, names, row[columns])
        for part in related:
            part.populate(row, one)
        for name, column in (annotations or {}).items():
            setattr(one, name, row[column])
        return one
