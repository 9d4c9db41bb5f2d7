"""How often one visitor may do something: a counter in the cache, no cookie."""

import hashlib

from django.core.cache import cache


def is_too_often(request, what: str, *, limit: int, seconds: int) -> bool:
    """Count this attempt; True when the address made more than `limit` in the window.

    The address is hashed: it is personal data and we only need to recognise it."""
    address = request.META.get("REMOTE_ADDR", "")
    digest = hashlib.sha256(f"{what}:{address}".encode()).hexdigest()[:32]
    key = f"throttle:{digest}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, seconds)
        return False
