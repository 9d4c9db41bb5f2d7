"""What the code of a mail server means (RFC 3463, RFC 5321)."""

import re

ENHANCED = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
# no such mailbox, no such domain, moved, switched off; what a server says of us
# (policy, reputation) or of today (full, too large) is no reason to stop
GONE = re.compile(r"5\.(1\.([0-6]|10)|2\.1)")


def status_in(said: bytes, code: int) -> str:
    """The most precise that it says: "5.1.1", or else "550"."""
    found = ENHANCED.search(said.decode(errors="replace"))
    return found[0] if found else str(code)


def is_final(status: str) -> bool:
    """Asking again makes no sense."""
    return status.startswith("5")


def says_gone(status: str) -> bool:
    """Nobody reads mail there any more."""
    return GONE.fullmatch(status) is not None
