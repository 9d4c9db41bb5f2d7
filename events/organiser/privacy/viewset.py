"""*Gegevens van een persoon* in the organiser's menu."""

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from events.organiser.privacy.views import PersonView


class PersonViewSet(ViewSet):
    """One page."""

    name = "persoon"
    url_namespace = "organiser_person"
    icon = "user"
    menu_label = "Gegevens van een persoon"

    def get_urlpatterns(self):
        return [path("", PersonView.as_view(), name="index")]
