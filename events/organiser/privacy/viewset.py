"""*Gegevens van een persoon* in the organiser's menu."""

from django.urls import path

from events.organiser.menu import PageViewSet
from events.organiser.privacy.views import RIGHT, PersonView


class PersonViewSet(PageViewSet):
    """One page."""

    rights = (RIGHT,)
    name = "persoon"
    url_namespace = "organiser_person"
    icon = "user"
    menu_label = "Gegevens van een persoon"

    def get_urlpatterns(self):
        return [path("", PersonView.as_view(), name="index")]
