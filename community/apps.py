"""How Django sees this app."""

from functools import partial
from importlib import import_module

from django.apps import AppConfig
from django.db import transaction
from wagtail.signals import page_published


class CommunityConfig(AppConfig):
    name = "community"
    verbose_name = "Werkgroepen"

    def ready(self):
        import_module("community.questionnaires.services")
        import_module("community.questionnaires.retention")
        import_module("community.my_data.retention")
        import_module("community.questionnaires.desk.mail")
        import_module("community.questionnaires.registered")
        import_module("community.questionnaires.searched")
        import_module("community.points.services")
        import_module("community.points.mail")
        import_module("community.points.desk.registered")
        import_module("community.points.retention")
        import_module("community.points.searched")
        import_module("community.rankings.registered")
        import_module("community.rankings.traced")
        import_module("community.rankings.figures")
        import_module("community.working_groups.known_members")
        import_module("community.working_groups.telling")
        import_module("community.working_groups.figures")
        import_module("community.consultation.services")
        import_module("community.consultation.mail")
        import_module("community.consultation.desk")
        import_module("community.consultation.retention")
        import_module("community.follow_up.mail")
        import_module("community.follow_up.desk")
        import_module("community.leading.desk")
        import_module("community.traces.own")
        import_module("community.traces.on_outcomes")
        import_module("community.joining.services")
        import_module("community.joining.mail")
        import_module("community.joining.retention")
        import_module("community.joining.desk")
        import_module("community.workspace.retention")
        import_module("community.workspace.desk")
        import_module("community.writing.desk")
        import_module("community.sessions.registered")
        import_module("community.following.registered")
        from community.working_groups.outcome_page import (  # noqa: PLC0415  # needs the apps
            OutcomePage,
        )

        page_published.connect(_let_read_sources, sender=OutcomePage)
        page_published.connect(_follow_up, sender=OutcomePage)


def _let_read_sources(instance, revision=None, **kwargs):
    from community.writing.services import (  # noqa: PLC0415  # needs the apps
        let_read_sources,
    )

    let_read_sources(outcome=instance, revision=revision)


def _follow_up(instance, **kwargs):
    """By Wagtail's signal, as a story has it (stories/apps.py)."""
    from community.tasks import follow_up  # noqa: PLC0415  # needs the apps

    transaction.on_commit(partial(follow_up.enqueue, instance.pk), robust=True)
