"""How Django sees this app."""

from django.apps import AppConfig
from pydantic import BaseModel


class ConfigConfig(AppConfig):
    name = "config"
    verbose_name = "Site"

    def ready(self):
        """Wagtail describes each kind of page for an API that we do not offer; who
        asks for it waits for the rest (decision 0040). The first app is ready first."""
        BaseModel.model_config["defer_build"] = True
