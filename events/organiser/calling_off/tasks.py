"""The edge between the queue and the run: asks the clock, calls one service."""

from importlib import import_module

from django.tasks import task
from django.utils import timezone


@task
def go_on() -> None:
    """The first orders at once; `tick` does the rest."""
    services = import_module("events.organiser.calling_off.services")
    services.carry_on_calling_off(now=timezone.now())
