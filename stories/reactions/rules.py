"""When a comment waits for a moderator, and when it says nothing."""

import re
from datetime import datetime, timedelta

REVIEWED = 2  # comments of a person that were read here before one shows at once
MOST_LINKS = 2
MAY_BE_CHANGED = timedelta(hours=1)  # from when it can be read
LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def waits_for_review(text: str, *, shown_before: int) -> bool:
    """Until we know somebody, and whenever there are many links in it."""
    return shown_before < REVIEWED or len(LINK.findall(text)) > MOST_LINKS


def may_be_changed(shown_at: datetime | None, *, now: datetime) -> bool:
    """While nobody can read it, and an hour longer: a slip of the pen, no more."""
    return shown_at is None or now < shown_at + MAY_BE_CHANGED


def is_only_links(text: str) -> bool:
    """Not a word of one's own beside them."""
    return bool(LINK.search(text)) and not re.search(r"\w", LINK.sub("", text))
