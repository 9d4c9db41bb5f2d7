"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "community"
    verbose_name = "Werkgroepen"

    def ready(self):
        import_module("community.questionnaires.services")
        import_module("community.questionnaires.retention")
        import_module("community.my_data.retention")
        import_module("community.questionnaires.desk.mail")
        import_module("community.questionnaires.registered")
        import_module("community.points.services")
        import_module("community.points.mail")
        import_module("community.points.desk.registered")
        import_module("community.points.retention")
        import_module("community.working_groups.known_members")
        import_module("community.working_groups.telling")
        import_module("community.joining.services")
        import_module("community.joining.mail")
        import_module("community.joining.retention")
        import_module("community.joining.desk")
        import_module("community.workspace.retention")
        import_module("community.workspace.desk")
        import_module("community.writing.desk")
        import_module("community.sessions.registered")
