"""The edge between the queue and the run: asks the clock, calls one service."""

from importlib import import_module

from django.tasks import task
from django.utils import timezone

from events.waiting_list.calling_off import end_lists


@task
def go_on() -> None:
    """The first orders at once; `tick` does the rest."""
    services = import_module("events.organiser.calling_off.services")
    now = timezone.now()
    services.carry_on_calling_off(now=now)
    end_lists(now=now)
