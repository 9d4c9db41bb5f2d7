"""A process that dies: at a commit, a call to Stripe or a mail, before it or after."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WRITES = ("INSERT", "UPDATE", "DELETE")


class Crash(KeyboardInterrupt):
    """No code of ours may catch this; a task that runs at once lets it through too."""


class Crashes:
    """Counts the points that are passed, and dies at the one that was asked for."""

    def __init__(self) -> None:
        self.points = 0
        self.happened = 0
        self._at = 0
        self.unnoted = ""  # the mail that was handed over and not yet noted as sent
        self.repeats: dict[str, int] = {}  # Message-ID: how often it may come again

    def arm(self, after: int) -> None:
        self._at = self.points + after

    def disarm(self) -> None:
        self._at = 0

    def point(self) -> None:
        self.points += 1
        if self.points == self._at:
            self._at = 0
            raise Crash

    def note(self) -> None:
        """After a crash: this process is gone, and with it its connection."""
        self.happened += 1
        if self.unnoted:
            self.repeats[self.unnoted] = self.repeats.get(self.unnoted, 0) + 1
        self.unnoted = ""
        connection.close()

    @contextmanager
    def watch_the_database(self) -> Iterator[None]:
        """Every commit has a point before it and one after."""
        with connection.execute_wrapper(self._execute):
            commit = connection.commit
            connection.commit = lambda: self._commit(commit)
            try:
                yield
            finally:
                del connection.commit

    def _commit(self, commit) -> None:
        try:
            self.point()
        except Crash:
            connection.rollback()
            raise
        commit()
        try:
            self.point()
        except Crash:
            connection.run_on_commit = []  # nobody is left to run these
            raise

    def _execute(self, execute, sql, params, many, context):
        """A write outside a transaction is a commit of its own."""
        alone = not connection.in_atomic_block and sql.startswith(WRITES)
        if alone:
            self.point()
        result = execute(sql, params, many, context)
        if alone:
            self.unnoted = ""
            self.point()
        return result
