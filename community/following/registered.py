"""What of the groups can be followed, and what members hear."""

from community.points.models import Point
from community.working_groups.group_page import WorkingGroupPage
from home.following.registry import Followable, Kind, followable, tells

GROUP, POINT = "werkgroep", "verbeterpunt"
NEW_OUTCOME, ABOUT_A_POINT = "nieuwe-uitkomst", "over-een-punt"
VACANCY = "groep-zoekt"

followable(
    GROUP,
    Followable(
        WorkingGroupPage.objects.open,
        lambda group: f"Werkgroep {group.title}",
        lambda group: group.url,
    ),
)
followable(
    POINT,
    Followable(
        Point.objects.readable,
        lambda point: f"‘{point.title}’" if point.is_shown else "Een verborgen punt",
        lambda point: point.get_absolute_url(),
    ),
)
tells(NEW_OUTCOME, Kind("uitkomsten van een werkgroep die je volgt"))
tells(ABOUT_A_POINT, Kind("antwoorden op een verbeterpunt dat je volgt"))
tells(VACANCY, Kind("een trekker of eigenaar die jouw werkgroep zoekt"))
