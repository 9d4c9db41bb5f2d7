"""A page of the desk that is in the menu only for who may open it."""

from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet


class PageViewSet(ViewSet):
    """Not about one model, so Wagtail does not know whose it is."""

    rights: tuple[str, ...] = ()  # one of these is enough

    @cached_property
    def menu_item_class(self):
        def is_shown(_item, request):
            return any(request.user.has_perm(right) for right in self.rights)

        return type("PageMenuItem", (MenuItem,), {"is_shown": is_shown})
