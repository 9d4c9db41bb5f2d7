"""The chain around an outcome: what it came from, and what came from it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from community.traces.models import Trace
from community.traces.sources import Key, source_of, steps_after
from community.working_groups.outcome_page import OutcomePage

STEPS = 4  # outcome, point, contribution, session, questionnaire


class Node(NamedTuple):
    """One thing in the chain."""

    key: Key
    kind: str
    title: str
    url: str


class Link(NamedTuple):
    """`later` came forth from `earlier`."""

    earlier: Key
    later: Key
    why: str = ""


class Chain(NamedTuple):
    """Columns from the oldest to the newest, and what ties them."""

    columns: list[list[Node]]
    links: list[Link]
    here: Key

    def __bool__(self) -> bool:
        return bool(self.links)

    @property
    def titles(self) -> dict[Key, str]:
        return {node.key: node.title for column in self.columns for node in column}

    @property
    def steps(self) -> list[tuple[Node, str, Node]]:
        """As a list: from what, why, to what."""
        nodes = {node.key: node for column in self.columns for node in column}
        return [(nodes[ln.earlier], ln.why, nodes[ln.later]) for ln in self.links]


def chain_of(outcome: OutcomePage) -> Chain:
    """The same number of questions for any number of things of a kind."""
    here: Key = (OutcomePage, outcome.pk)
    nodes = {here: Node(here, "uitkomst", outcome.title, outcome.url or "")}
    columns, links, step = [[nodes[here]]], [], [here]
    for _ in range(STEPS):
        found = _told(
            [link for link in _before(step) if link.earlier not in nodes], nodes
        )
        if not found:
            break
        links = [*found, *links]
        step = list(dict.fromkeys(link.earlier for link in found))
        columns.insert(0, [nodes[key] for key in step])
    after = _told(_after([here]), nodes)
    if after:
        columns.append([nodes[link.later] for link in after])
    return Chain(columns, [*links, *after], here)


def sources_of(thing) -> list[Node]:
    """What everybody may read that it came from, one step back."""
    key: Key = (type(thing), thing.pk)
    nodes = {key: Node(key, "", "", "")}
    return [nodes[link.earlier] for link in _told(_before([key]), nodes)]


def outcomes_from(thing) -> list[Node]:
    """What everybody may read that came forth from it, at once or in steps."""
    if not getattr(thing, "is_traced", True):  # its own row said so
        return []
    step: list[Key] = [(type(thing), thing.pk)]
    nodes: dict[Key, Node] = {}
    while new := [key for key in step if key not in nodes]:
        nodes |= {key: Node(key, "", "", "") for key in new}
        step = _further(new)
    found = _told(_after(nodes), nodes)
    return list({link.later: nodes[link.later] for link in found}.values())


def _before(keys: Iterable[Key]) -> list[Link]:
    """One step back: of outcomes by their traces, of the rest as it was registered."""
    by_model = _by_model(keys)
    found = []
    traces = Trace.objects.filter(outcome__in=by_model.pop(OutcomePage, []))
    for trace in traces.order_by("pk"):
        later: Key = (OutcomePage, trace.outcome_id)
        found.append(Link(key_of(trace), later, trace.why))
    for model, pks in by_model.items():
        if source := source_of(model):
            steps = source.before(pks)
            found += [Link(earlier, (model, pk)) for pk, earlier in steps]
    return found


def _further(keys: Iterable[Key]) -> list[Key]:
    """One step ahead, towards outcomes, as it was registered."""
    by_model = _by_model(keys).items()
    return [later for model, pks in by_model for later in steps_after(model, pks)]


def key_of(trace: Trace) -> Key:
    kind = ContentType.objects.get_for_id(trace.content_type_id)  # kept by Django
    return kind.model_class() or OutcomePage, trace.object_id


def _after(keys: Iterable[Key]) -> list[Link]:
    """The outcomes that somebody traced to one of these."""
    named = Q()
    for model, pks in _by_model(keys).items():
        kind = ContentType.objects.get_for_model(model)
        named |= Q(content_type=kind, object_id__in=pks)
    return [
        Link(key_of(each), (OutcomePage, each.outcome_id), each.why)
        for each in Trace.objects.filter(named).order_by("pk")
    ]


def _told(links: list[Link], nodes: dict[Key, Node]) -> list[Link]:
    """Those of which both ends may be seen; the new ends are added to `nodes`."""
    ends = {end for link in links for end in (link.earlier, link.later)} - set(nodes)
    for model, pks in _by_model(ends).items():
        if source := source_of(model):
            for pk, (title, url) in source.tell(pks).items():
                nodes[model, pk] = Node((model, pk), source.kind, title, url)
    return [link for link in links if {link.earlier, link.later} <= set(nodes)]


def _by_model(keys: Iterable[Key]) -> dict:
    found = defaultdict(list)
    for model, pk in keys:
        found[model].append(pk)
    return found
