"""`manage.py check --deploy` says when pages are not kept, and what would help."""

from django.conf import settings
from django.core.checks import Info, Tags, register


@register(Tags.caches, deploy=True)
def pages_are_kept(app_configs, **kwargs) -> list[Info]:
    if settings.DEBUG or settings.PAGE_CACHE:
        return []
    return [
        Info(
            "Whole pages are not kept: several server processes can not tell each "
            "other that something changed.",
            hint="Use PostgreSQL, or set REDIS_URL or WEB_CONCURRENCY=1.",
            id="home.I001",
        )
    ]
