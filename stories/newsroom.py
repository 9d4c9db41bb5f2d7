"""Who works in the newsroom."""

from django.contrib.auth.models import User

EDITORS = "Redactie"
CHIEFS = "Eindredactie"


def chiefs() -> list[str]:
    """The mail addresses of those who publish."""
    users = User.objects.filter(groups__name=CHIEFS, is_active=True).exclude(email="")
    return list(users.order_by("pk").values_list("email", flat=True))
