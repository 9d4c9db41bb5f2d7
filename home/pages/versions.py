"""A saved version names rows; those that are gone since are left out of it."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import SET_NULL, CharField, ForeignKey, Model, Value
from modelcluster.models import ClusterableModel, get_all_child_relations

Row = tuple[type[Model], dict]


def without_what_is_gone(model: type[ClusterableModel], saved: dict) -> dict:
    """An empty field, or one child less. `modelcluster` asks of each row apart, and
    raises an error about one that was protected."""
    children = {
        each.get_accessor_name(): each.related_model
        for each in get_all_child_relations(model)
        if each.get_accessor_name() in saved
    }
    rows: list[Row] = [(model, saved)]
    rows += [(child, row) for name, child in children.items() for row in saved[name]]
    there = _still_there(rows)
    kept = _emptied(model, saved, there)
    for name, child in children.items():
        kept[name] = [
            _emptied(child, row, there)
            for row in saved[name]
            if all(
                field.remote_field.on_delete is SET_NULL
                for field, _ in _gone(child, row, there)
            )
        ]
    return kept


def _still_there(rows: list[Row]) -> set[tuple[str, int]]:
    """Which of all rows that these name, whatever their table: one statement."""
    named: dict[type[Model], set] = defaultdict(set)
    for model, row in rows:
        for field, pk in _names(model, row):
            named[field.related_model].add(pk)
    asked = [
        model._default_manager.filter(pk__in=pks)
        .order_by()
        .values_list(Value(model._meta.label, CharField()), "pk")
        for model, pks in named.items()
    ]
    return set(asked[0].union(*asked[1:], all=True).order_by()) if asked else set()


def _names(model: type[Model], row: dict) -> Iterator[tuple[ForeignKey, int]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and row.get(field.name) is not None:
            yield field, row[field.name]


def _gone(model: type[Model], row: dict, there: set) -> list[tuple[ForeignKey, int]]:
    return [
        (field, pk)
        for field, pk in _names(model, row)
        if (field.related_model._meta.label, pk) not in there
    ]


def _emptied(model: type[Model], row: dict, there: set) -> dict:
    return row | {field.name: None for field, _ in _gone(model, row, there)}
