"""Ten thousand stories out of ten: rows only, for a measurement of how a site grows."""

from collections import defaultdict
from datetime import timedelta
from uuid import uuid4


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
