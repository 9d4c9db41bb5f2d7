"""What makes all kept pages old at once: anything that is written and committed.

Not signals of models: what is written in bulk or by `update` sends none."""

import os
import re
import time
from functools import cache as once
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection

# written at all hours, and on no page: machinery, drafts, and what only we read
NOT_ON_A_PAGE = (
    *("auth_user", "django_session", "django_tasks_db_", "wagtailsearch_indexentry"),
    *("wagtailcore_comment", "wagtailcore_editingsession", "wagtailcore_modellogentry"),
    *("wagtailcore_pagelogentry", "wagtailcore_referenceindex"),
    *("wagtailcore_revision", "wagtailcore_taskstate", "wagtailcore_workflowstate"),
    *("home_confirmation", "home_message", "home_owedmail", "home_reader"),
    *("stories_check", "stories_contribution", "stories_delivery", "stories_note"),
    *("stories_report", "stories_sentphoto", "stories_shared", "stories_subscriber"),
    *("account_emailaddress", "mfa_authenticator", "home_approach", "home_claim"),
    *("home_digest", "home_follow", "home_logincode", "home_notice", "home_switch"),
    *("stories_ownlist", "stories_readership"),
    *("community_answer", "community_invitation", "community_response"),
    *("community_groupfile", "community_groupnote", "community_joinrequest"),
)
# a click of its writer, later, is what shows it
BORN_UNSEEN = (
    *("stories_answer", "stories_comment", "stories_fieldtest"),
    *("community_remark", "community_support"),
)
# what saving a draft writes in the row of its page
A_DRAFT = re.compile(
    r'UPDATE "wagtailcore_page" SET (?:"(?:draft_title|has_unpublished_changes|'
    r'latest_revision_id|latest_revision_created_at)" = %s(?:, )?)+ WHERE'
)
# a comment that begins to wait for a moderator; to be shown it needs a moment as well
A_WAIT = re.compile(r'UPDATE "stories_(?:comment|fieldtest)" SET "state" = %s WHERE')
# the search index of PostgreSQL is written without quotes around its name
WRITES = re.compile(
    r'\s*(INSERT|UPDATE|DELETE)\b(?:\s+(?:OR\s+\w+\s+)?(?:INTO|FROM))?\s+"?(\w+)',
    re.IGNORECASE,
)
KEY = "pages"
ASKED_ANEW = 0.5  # seconds; readers see a change within one


class InFile:
    """For one server process: `tick` and the others on its machine touch a file."""

    def __init__(self) -> None:
        self._path: Path = settings.VAR_DIR / "pages"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch()

    def now(self) -> int:
        return self._path.stat().st_mtime_ns

    known = now  # nobody has to be asked

    def next(self) -> None:
        moment = time.time_ns()  # the kernel's own clock for files is coarser
        os.utime(self._path, ns=(moment, moment))


class AskedAtTimes:
    """What others keep is asked at most twice a second."""

    def __init__(self) -> None:
        self._known: str | None = None
        self._asked = float("-inf")

    def now(self) -> str | None:
        if self._is_to_be_asked:
            self._known, self._asked = self.ask(), time.monotonic()
        return self._known

    def known(self) -> str | None:
        """None when it has to be asked first."""
        return None if self._is_to_be_asked else self._known

    @property
    def _is_to_be_asked(self) -> bool:
        return time.monotonic() - self._asked > ASKED_ANEW

    def ask(self) -> str | None:
        raise NotImplementedError


class InRedis(AskedAtTimes):
    """For several processes, on any number of machines."""

    def ask(self) -> str | None:
        return cache.get(KEY)

    def next(self) -> None:
        cache.set(KEY, f"{time.time_ns()}", timeout=None)


class InPostgresql(AskedAtTimes):
    """For several processes on one database, which itself knows what was committed.

    Its snapshot says which transactions are to be seen: another after each commit."""

    def ask(self) -> str | None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_current_snapshot()::text")
            return cursor.fetchone()[0]

    def next(self) -> None:
        """Nothing to do: the commit was it."""


type Generation = InFile | InRedis | InPostgresql

KINDS: dict[str, type[Generation]] = {
    "file": InFile,
    "redis": InRedis,
    "postgresql": InPostgresql,
}
TOLD = {"file", "redis"}  # of what is written; the database needs not be


@once
def chosen() -> Generation:
    return KINDS[settings.PAGE_CACHE or "file"]()


def touches_a_page(sql: object) -> bool:
    """Whether what this writes may stand on a page."""
    if not isinstance(sql, str):
        return False
    written = WRITES.match(sql)
    if written is None or A_DRAFT.match(sql) or A_WAIT.match(sql):
        return False
    verb, table = written.groups()
    unseen = BORN_UNSEEN if verb.upper() == "INSERT" else ()
    return not table.startswith(NOT_ON_A_PAGE + unseen)


def watch(connection, **kwargs) -> None:
    """For the signal of a new connection, which one wrapper may make many times."""
    if watched not in connection.execute_wrappers:
        connection.execute_wrappers.append(watched)


def watched(execute, sql, params, many, context):
    """What is committed makes pages old; what is rolled back does not."""
    done = execute(sql, params, many, context)
    if touches_a_page(sql):
        context["connection"].on_commit(chosen().next, robust=True)
    return done
