"""Write down where an outcome comes from."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from community.traces.models import Trace
from community.working_groups.outcome_page import OutcomePage


def trace(*, outcome: OutcomePage, source: str, why: str) -> Trace:
    """`source` is what the form offered: "app.model:number". Said twice, the last."""
    label, _, number = source.rpartition(":")
    return trace_to(outcome=outcome, to=(apps.get_model(label), int(number)), why=why)


def trace_to(*, outcome: OutcomePage, to: tuple[type, int], why: str) -> Trace:
    kind = ContentType.objects.get_for_model(to[0])
    return Trace.objects.update_or_create(
        outcome=outcome, content_type=kind, object_id=to[1], defaults={"why": why}
    )[0]
