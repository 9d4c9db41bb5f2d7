"""The mail to who wrote a point: what was decided, and why."""

from django.conf import settings
from django.core.mail import EmailMessage

from community.points.models import Point
from home.mail.letters import letter
from home.mail.registry import builds


@builds("community.point", about=Point)
def about_a_point(point: Point) -> EmailMessage | None:
    """Nothing when its writer is not known any more."""
    if point.reader is None:
        return None
    context = {
        "point": point,
        "is_hidden": point.state == Point.State.HIDDEN,
        "is_merged": point.merged_into_id is not None,
        "address": settings.SITE_URL + point.get_absolute_url(),
    }
    return letter("point", to=point.reader.email, context=context)
