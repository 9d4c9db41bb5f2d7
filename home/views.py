"""Pages that are not in the tree: health, robots, the style guide, kept mail."""

import logging

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe
from wagtail.views import serve

from home.mail.outbox import kept_mails
from home.page_cache.middleware import count_reading, keep_for
from home.routing import find_page

logger = logging.getLogger(__name__)


def page(request, path):
    """Wagtail's own view; the page is looked up at once where that is possible."""
    found = find_page(request, path)
    if found is None:
        return serve(request, path)
    request._wagtail_route_for_request = found
    response = serve(request, path)
    if getattr(found.page, "is_counted", False):
        count_reading(request, response, found.page.pk)
    return keep_for(response, getattr(found.page, "keep_for", 0))


@never_cache
@require_safe
def healthz(request):
    """The process lives."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """Database, cache and migrations are right; 503 says which one is not."""
    state = {"database": False, "cache": False, "migrations": False}
    try:
        executor = MigrationExecutor(connection)
        state["database"] = True
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        state["migrations"] = not plan
    except DatabaseError:
        pass
    try:
        cache.set("readyz", "ok", 10)
        state["cache"] = cache.get("readyz") == "ok"
    except Exception:
        # each kind of cache has exceptions of its own, and the answer is the same
        logger.warning("the cache does not answer", exc_info=True)
    return JsonResponse(state, status=200 if all(state.values()) else 503)


@require_safe
def robots(request):
    """Personal links and the back office are not for search engines."""
    lines = [
        "User-agent: *",
        "Disallow: /cms/",
        "Disallow: /account/",
        "Disallow: /bevestigen/",
        "Disallow: /feitencheck/",
        "Disallow: /nieuwsbrief/afmelden/",
        "Disallow: /nieuwsbrief/voorkeuren/",
        "Disallow: /selectie/",
        "Disallow: /tickets/bestelling/",
        "Disallow: /tickets/duo/",
        "Disallow: /tickets/gast/",
        "Disallow: /tickets/wachtlijst/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def csrf_failure(request, reason=""):
    """A form that stood open too long, in our own words."""
    return render(request, "403_csrf.html", status=403)


@require_safe
def style_guide(request):
    """Every component with its states; development only."""
    from home.style_guide import examples  # noqa: PLC0415  # development only

    return render(request, "home/style_guide.html", examples())


@require_safe
def post(request):
    """The mails that this development site would have sent."""
    mails = kept_mails(settings.VAR_DIR / "mail")
    return render(request, "home/post.html", {"mails": mails})


# a mail carries its style in itself, as every mail does
MAIL_CSP = {"default-src": [CSP.NONE], "style-src": [CSP.UNSAFE_INLINE]}


@require_safe
@csp_override(MAIL_CSP)
def post_mail(request, number, part=None):
    """One kept mail: its HTML body, or one of its attachments."""
    mails = kept_mails(settings.VAR_DIR / "mail")
    try:
        mail = mails[-number]
        if part is not None:
            file = list(mail.iter_attachments())[part]
            name = file.get_filename() or "bijlage"
            response = HttpResponse(
                file.get_payload(decode=True), content_type=file.get_content_type()
            )
            response["Content-Disposition"] = f'inline; filename="{name}"'
            return response
    except IndexError as error:
        raise Http404 from error
    body = mail.get_body(preferencelist=("html", "plain"))
    return HttpResponse(body.get_content(), content_type=body.get_content_type())
