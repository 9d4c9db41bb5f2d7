"""Every public address, one line per app; Wagtail's pages come last."""

from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config.sitemaps import SITEMAPS
from config.views import picture
from events.pages.views import agenda_calendar
from home.cms.views import WorkflowAction
from home.page_cache.middleware import kept
from home.views import page

urlpatterns = [
    path("sitemap.xml", kept(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("home.urls")),
    path(  # before Wagtail's
        "cms/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        never_cache(require_admin_access(WorkflowAction.as_view())),
    ),
    path("cms/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("", include("stories.urls")),
    path("tickets/", include("events.urls")),
    path("agenda/agenda.ics", agenda_calendar, name="agenda_calendar"),
    path("", include("community.urls")),
    re_path(r"^media/(?P<folder>(?:\w+_)?images)/(?P<path>.+)$", picture),
    path(  # in the place of Wagtail's, in English and with a password
        "_util/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
    *wagtail_urls.urlpatterns[:-1],  # the last one is Wagtail's own serve
    re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve"),
]
