"""How often one visitor may do something: a counter in the cache, no cookie."""

from ipaddress import ip_address, ip_network

from django.core.cache import cache
from django.utils.crypto import salted_hmac


def is_too_often(request, what: str, *, limit: int, seconds: int) -> bool:
    """Count this attempt; True when the address made more than `limit` in the window.

    The address is hashed: it is personal data and we only need to recognise it."""
    return count(address_key(request, what), seconds=seconds) > limit


def count(key: str, *, seconds: int) -> int:
    """One more, in the window that the first one began; how many that makes."""
    key = f"throttle:{key}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two calls
        cache.set(key, 1, seconds)
        return 1


def counted(key: str) -> int:
    """Until now, for what counts only once it went wrong."""
    return cache.get(f"throttle:{key}", 0)


def address_key(request, what: str) -> str:
    """The same for one address and one purpose, and of no use to find the address."""
    return name_key(_network(address_of(request)), what)


def name_key(name: str, what: str) -> str:
    """As of an address: of an account for instance."""
    digest = salted_hmac(f"throttle.{what}", name, algorithm="sha256")
    return digest.hexdigest()[:32]


def _network(address: str) -> str:
    """Of an IPv6 address the first half: the rest is the visitor's to choose."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ip_network((parsed, 64), strict=False))


def address_of(request) -> str:
    """Of the visitor; the word of a proxy counts when it runs on this machine."""
    address = request.META.get("REMOTE_ADDR", "")
    if address in {"", "127.0.0.1", "::1"}:
        forwarded = request.headers.get("X-Forwarded-For", "")
        address = forwarded.rsplit(",", 1)[-1].strip() or address
    return address
