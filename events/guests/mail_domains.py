"""Two people of one organisation, as far as their mail addresses tell."""

from collections.abc import Iterable

# where anybody may have an address: what two people share there says nothing
FREE_MAIL = frozenset(
    {
        "aol.com",
        "caiway.nl",
        "casema.nl",
        "chello.nl",
        "freedom.nl",
        "gmail.com",
        "gmx.com",
        "gmx.net",
        "googlemail.com",
        "hccnet.nl",
        "hetnet.nl",
        "home.nl",
        "hotmail.be",
        "hotmail.com",
        "hotmail.nl",
        "icloud.com",
        "kpnmail.nl",
        "kpnplanet.nl",
        "live.be",
        "live.com",
        "live.nl",
        "mac.com",
        "mail.com",
        "me.com",
        "msn.com",
        "online.nl",
        "onsbrabantnet.nl",
        "outlook.be",
        "outlook.com",
        "outlook.nl",
        "planet.nl",
        "pm.me",
        "proton.me",
        "protonmail.ch",
        "protonmail.com",
        "quicknet.nl",
        "skynet.be",
        "solcon.nl",
        "t-mobilethuis.nl",
        "tele2.nl",
        "telenet.be",
        "telfort.nl",
        "tiscali.nl",
        "tuta.com",
        "tutanota.com",
        "upcmail.nl",
        "versatel.nl",
        "wxs.nl",
        "xmsnet.nl",
        "xs4all.nl",
        "yahoo.com",
        "yahoo.nl",
        "zeelandnet.com",
        "zeelandnet.nl",
        "ziggo.nl",
        "zonnet.nl",
    }
)


def share_a_domain(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether an address of the one and one of the other belong to one organisation."""
    ours = {_domain(email) for email in one} - FREE_MAIL - {""}
    theirs = {_domain(email) for email in other} - FREE_MAIL - {""}
    return any(_same(mine, yours) for mine in ours for yours in theirs)


def _domain(email: str) -> str:
    return email.rpartition("@")[2].casefold().rstrip(".")


def _same(one: str, other: str) -> bool:
    """`zorg.firma.example` is of `firma.example` too."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
