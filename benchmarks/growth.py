"""The index, a theme and a search with 10, 100 and 10,000 stories: how many statements,
and how much longer than with 100. On PostgreSQL, then on SQLite.

Each page is drawn anew, by a visitor of whom nothing is kept."""

import subprocess
import sys
import time
from collections import defaultdict
from datetime import timedelta
from uuid import uuid4

from benchmarks.figures import begin, end, p95, require, say
from benchmarks.kinds import one_of_each
from benchmarks.queries import asked, keep_ten
from benchmarks.site import prepared

SIZES = (10, 100, 10_000)
VISITS = 20
SQLITE = "--sqlite"
CLOCK = "pg_current_snapshot"  # asked twice a second, whoever visits


def grow_to(total: int) -> None:
    """Copies of the stories that are there, each a day older, with all they have."""
    from django.db import connection  # noqa: PLC0415

    from stories.models import StoryPage  # noqa: PLC0415

    models = list(StoryPage.objects.all())
    missing = total - len(models)
    for first in range(0, missing, 1000):
        copy(models, range(first, min(first + 1000, missing)))
    parent = models[0].get_parent()
    type(parent).objects.filter(pk=parent.pk).update(numchild=total)
    with connection.cursor() as cursor:
        cursor.execute(
            "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
        )


def copy(models: list, numbers: range) -> None:
    """Rows only: no signal, no version, no picture is made."""
    from wagtail.models import Page  # noqa: PLC0415
    from wagtail.search.models import IndexEntry  # noqa: PLC0415

    from stories.models import Credit, StoryPage, StoryTopic  # noqa: PLC0415

    last = Page.objects.filter(depth=models[0].depth).order_by("path").last()
    originals = [models[number % len(models)] for number in numbers]
    pages = Page.objects.bulk_create(
        page_like(model, number, path)
        for model, number, path in zip(
            originals, numbers, paths_after(last), strict=False
        )
    )
    of_each = list(zip(pages, originals, numbers, strict=True))
    made_by = rows_of(Credit, "story_id", models)
    topics = rows_of(StoryTopic, "content_object_id", models)
    copy_rows(
        StoryPage,
        {"page_ptr_id": [page.pk for page in pages]}
        | {"date": [model.date - timedelta(days=n + 1) for _, model, n in of_each]},
        {"page_ptr_id": [model.pk for model in originals]},
    )
    copy_rows(
        IndexEntry,
        {"object_id": [str(page.pk) for page in pages]},
        {"object_id": [str(model.pk) for model in originals]}
        | {"content_type_id": [model.content_type_id for model in originals]},
    )
    Credit.objects.bulk_create(
        Credit(
            story_id=page.pk,
            person_id=each.person_id,
            organisation_id=each.organisation_id,
            part=each.part,
        )
        for page, model, _ in of_each
        for each in made_by[model.pk]
    )
    StoryTopic.objects.bulk_create(
        StoryTopic(content_object_id=page.pk, tag_id=each.tag_id)
        for page, model, _ in of_each
        for each in topics[model.pk]
    )


def rows_of(table, column: str, models: list) -> dict[int, list]:
    """Those of each, fetched once for all copies of it."""
    found = defaultdict(list)
    for row in table._base_manager.filter(
        **{f"{column}__in": [each.pk for each in models]}
    ):
        found[getattr(row, column)].append(row)
    return found


def copy_rows(table, new: dict[str, list], originals: dict[str, list]) -> None:
    """Each like an original, but for what is new: Django knows no such statement."""
    from django.db import connection  # noqa: PLC0415

    name = table._meta.db_table
    same = [
        connection.ops.quote_name(field.column)
        for field in table._meta.local_concrete_fields
        if field.column not in (*new, "id")
    ]
    given = list(zip(*new.values(), *originals.values(), strict=True))
    columns = [f"given.column{place + 1}" for place in range(len(given[0]))]
    found = zip(originals, columns[len(new) :], strict=True)
    asked = " AND ".join(f"{name}.{column} = {value}" for column, value in found)
    to = ", ".join([*new, *same])
    wanted = ", ".join([*columns[: len(new)], *(f"{name}.{each}" for each in same)])
    row = f"({', '.join(['%s'] * len(columns))})"
    rows = ", ".join([row] * len(given))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {name} ({to}) SELECT {wanted}"
            f" FROM (VALUES {rows}) AS given JOIN {name} ON {asked}",
            [value for each in given for value in each],
        )


def paths_after(page):
    """In the tree, one beside the other."""
    while True:
        page.path = page._inc_path()
        yield page.path


def page_like(model, number: int, path: str):
    """As the row of the model, elsewhere."""
    from wagtail.models import Page  # noqa: PLC0415

    copied = {
        field.attname: getattr(model, field.attname)
        for field in Page._meta.concrete_fields
        if field.attname not in ("id", "latest_revision_id", "live_revision_id")
    }
    slug = f"{model.slug}-{number}"
    above = model.url_path.removesuffix(f"{model.slug}/")
    title = f"{model.title} {number}"
    copied |= {"path": path, "slug": slug, "url_path": f"{above}{slug}/"}
    copied |= {"title": title, "draft_title": title, "numchild": 0}
    return Page(**copied | {"translation_key": uuid4()})


def milliseconds(path: str) -> tuple[float, float]:
    """p95 and the fastest, which says most on a busy machine.

    No page is kept; what each filter would give is, as for any next visitor."""
    from django.test import Client  # noqa: PLC0415

    from home.page_cache.store import pages  # noqa: PLC0415

    client, took = Client(SERVER_NAME="127.0.0.1"), []
    for _ in range(VISITS + 1):
        pages().clear()
        begun = time.perf_counter()
        answer = client.get(path)
        took.append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == 200, answer
    return p95(took[1:]), min(took[1:])


def pages_of_a_list() -> dict[str, str]:
    known = one_of_each()
    return {
        "index": known["index"],
        "theme": f"{known['index']}?thema=mens",
        "search": known["search"],
        "search within a theme": f"{known['search']}&thema=mens",
        "search for a word on a tenth": "/zoeken/?q=lasser",
    }


def main() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    kind = "SQLite" if SQLITE in sys.argv else "PostgreSQL"
    with prepared(sqlite=kind == "SQLite"):
        keep_ten()
        call_command("update_index", verbosity=0)
        begin()
        sql: dict[str, list[int]] = {}
        took: dict[str, list[tuple[float, float]]] = {}
        for size in SIZES:
            grow_to(size)
            for name, path in pages_of_a_list().items():
                sign = "&" if "?" in path else "?"
                mine = [
                    each for each in asked(f"{path}{sign}meting=1") if CLOCK not in each
                ]
                sql.setdefault(name, []).append(len(mine))
                took.setdefault(name, []).append(milliseconds(path))
                print(f"# {size} {name} {took[name]}", flush=True)
        for name, figures in took.items():
            what = f"{kind}, {name}"
            few, more, most = (slow for slow, _ in figures)
            # where each title says the word, nobody asks for a piece of the text
            no_more = sql[name][-1] <= max(sql[name][:-1])
            require(f"{what}: no more statements", holds=no_more)
            say(f"{what}: p95 with 10", few, unit="ms")
            say(f"{what}: p95 with 100", more, unit="ms")
            say(f"{what}: p95 with 10,000", most, at_most=1.5 * more, unit="ms")
            fastest = ", ".join(f"{fast:.3g}" for _, fast in figures)
            say(f"{what}: the fastest with 10, 100 and 10,000", f"{fastest} ms")
    if kind == "PostgreSQL":
        command = [sys.executable, "-m", "benchmarks.growth", SQLITE]
        done = subprocess.run(command, check=False)
        require("on SQLite too", holds=not done.returncode)
    end()


if __name__ == "__main__":
    main()
