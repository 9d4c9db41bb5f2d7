"""How often one visitor may do something: a counter in the cache, no cookie."""

import hashlib

from django.core.cache import cache


def is_too_often(request, what: str, *, limit: int, seconds: int) -> bool:
    """Count this attempt; True when the address made more than `limit` in the window.

    The address is hashed: it is personal data and we only need to recognise it."""
    digest = hashlib.sha256(f"{what}:{_address(request)}".encode()).hexdigest()[:32]
    key = f"throttle:{digest}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, seconds)
        return False


def _address(request) -> str:
    """Of the visitor; the word of a proxy counts when it runs on this machine."""
    address = request.META.get("REMOTE_ADDR", "")
    if address in {"", "127.0.0.1", "::1"}:
        forwarded = request.headers.get("X-Forwarded-For", "")
        address = forwarded.rsplit(",", 1)[-1].strip() or address
    return address
