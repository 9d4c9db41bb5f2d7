"""The way in for editors."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from home.claims.desk.views import may_decide


class ClaimsMenuItem(MenuItem):
    """For who may decide."""

    def __init__(self):
        super().__init__("Dit ben ik", reverse("claims"), icon_name="user", order=255)

    def is_shown(self, request):
        return may_decide(request.user)
