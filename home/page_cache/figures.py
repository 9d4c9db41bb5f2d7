"""Figures about everything there is: true until something is written, as pages are."""

from collections.abc import Callable
from functools import lru_cache, wraps

from django.conf import settings

from home.page_cache.generation import chosen

AT_MOST = 256  # of one kind; what was asked longest ago goes first


def until_written[R](count: Callable[..., R]) -> Callable[..., R]:
    """Counted once for all visitors of a process, where pages are kept. Nobody may
    change what it returns. Asking again whether something was written is cheap; to
    count again because a page took half a second makes it take longer still."""

    @lru_cache(maxsize=AT_MOST)
    def kept(_generation: object, *given: object) -> R:
        return count(*given)

    @wraps(count)
    def known(*given: object) -> R:
        generation = chosen().now() if settings.PAGE_CACHE else None
        return kept(generation, *given) if generation else count(*given)

    return known
