"""The search index itself, asked about many kinds of rows in one look."""

from django.db.models import BooleanField, Func
from wagtail.search.models import IndexEntry

_WORDS = f"{IndexEntry._meta.db_table}_fts"  # where SQLite has them


class Begun(Func):
    """Whether an entry has all these words, of which some may go on.

    As Wagtail's `autocomplete`, which asks it about one model. The words are letters
    and figures only: nothing in them has to be escaped."""

    output_field = BooleanField()

    def __init__(self, *, begun: list[str], whole: list[str] | None = None) -> None:
        super().__init__("pk", "autocomplete")
        self.begun, self.whole = begun, whole or []

    def as_sqlite(self, compiler, connection, **_):
        """Django asks for it as a value (`= True`), so SQLite begins with the kinds,
        which an index has. Of all that has the words it would read the whole text."""
        number, params = compiler.compile(self.source_expressions[0])
        words = [f'"{word}"' for word in self.whole]
        words += [f'"{word}"*' for word in self.begun]
        asked = f"{{autocomplete}} : ({' AND '.join(words)})"
        found = f"SELECT rowid FROM {_WORDS} WHERE {_WORDS} MATCH %s"  # noqa: S608
        return f"{number} IN ({found})", [*params, asked]

    def as_postgresql(self, compiler, connection, **_):
        vector, params = compiler.compile(self.source_expressions[1])
        words = [f"'{word}'" for word in self.whole]
        words += [f"'{word}':*" for word in self.begun]
        return f"{vector} @@ to_tsquery('simple', %s)", [*params, " & ".join(words)]
