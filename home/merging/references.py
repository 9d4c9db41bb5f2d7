"""Where a page names a person by number: in its fields, its rows and its blocks.

A draft names them too, and that is no foreign key: it would bring back who is gone."""

import json
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import ForeignKey, Model, QuerySet, TextField
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex, Revision

from home.people.models import Person


class Swap(NamedTuple):
    """Of two persons, the number that goes and the one that takes its place."""

    old: int
    new: int

    def of(self, value: Any) -> Any:
        return self.new if value == self.old else value


def swap_in_drafts(swap: Swap) -> None:
    """In every version that a page kept: an editor may go back to it."""
    revisions = Revision.objects.select_related("content_type")
    for revision in _naming(revisions, "content", swap.old).iterator(chunk_size=100):
        model = revision.content_type.model_class()
        if model is not None:
            _in_content(model, revision.content, swap)
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def swap_in_blocks(swap: Swap) -> None:
    """In what stands on the site now."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, StreamField):
                _in_rows(model, field, swap)


def _in_rows(model: type[Model], field: StreamField, swap: Swap) -> None:
    rows = model._base_manager.all()
    for row in _naming(rows, field.attname, swap.old).iterator(chunk_size=100):
        raw = list(getattr(row, field.attname).raw_data)
        found = json.dumps(_in_block(field.stream_block, raw, swap))
        rows.filter(pk=row.pk).update(**{field.attname: field.to_python(found)})
        ReferenceIndex.create_or_update_for_object(rows.get(pk=row.pk))


def _naming(rows: QuerySet, column: str, number: int) -> QuerySet:
    """That may name them: where a value is this number, or begins with it."""
    said = rows.annotate(said=Cast(column, TextField()))
    return said.filter(said__contains=f": {number}")


def _in_content(model: type[Model], content: dict, swap: Swap) -> None:
    for field in model._meta.concrete_fields:
        if content.get(field.name) is None:
            continue
        if isinstance(field, ForeignKey) and field.related_model is Person:
            content[field.name] = swap.of(content[field.name])
        elif isinstance(field, StreamField):
            raw = json.loads(content[field.name])
            content[field.name] = json.dumps(_in_block(field.stream_block, raw, swap))
    for relation in get_all_child_relations(model):
        for row in content.get(relation.get_accessor_name(), []):
            _in_content(relation.related_model, row, swap)


def _in_block(block, value: Any, swap: Swap) -> Any:
    if isinstance(block, ChooserBlock):
        return swap.of(value) if block.model_class is Person else value
    if isinstance(block, StructBlock):
        known = block.child_blocks
        return {
            name: _in_block(known[name], each, swap) if name in known else each
            for name, each in value.items()
        }
    if isinstance(block, (ListBlock, StreamBlock)):
        return [_in_item(block, each, swap) for each in value]
    return value


def _in_item(block, item: Any, swap: Swap) -> Any:
    """Of an old list an item is the value alone."""
    if isinstance(block, StreamBlock):
        child = block.child_blocks.get(item["type"])
        return {**item, "value": _in_block(child, item["value"], swap)}
    if isinstance(item, dict) and item.keys() >= {"type", "id", "value"}:
        return {**item, "value": _in_block(block.child_block, item["value"], swap)}
    return _in_block(block.child_block, item, swap)
