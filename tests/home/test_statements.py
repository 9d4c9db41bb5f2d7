"""A question that is put into SQL once."""

from datetime import UTC, datetime

from django.db.models import BigIntegerField, CharField, Count, F
from django.db.models.functions import Length

from home.models import Organisation
from home.statements import Blank, Rows, Statement, StatementOfMany, numbers_of
from stories.models import Topic
from tests.factories.home import make_organisation
from tests.factories.stories import make_story, make_theme


def longer_than(length: Blank):
    names = Organisation.objects.alias(n=Length("name")).filter(n__gt=length)
    return names.order_by("name").values_list("name")


def test_each_time_has_its_own_values(db):
    for name in ("Beltegoed", "Uno"):
        Organisation.objects.create(name=name, slug=name.lower())
    statement = Statement(lambda: longer_than(Blank("length", BigIntegerField())))

    answers = [statement.rows(length=length) for length in (3, 2, 9)]

    assert answers == [[("Beltegoed",)], [("Beltegoed",), ("Uno",)], []]


def test_it_is_built_once_and_asked_each_time(db, django_assert_num_queries):
    built = []

    def ask():
        built.append(1)
        return Organisation.objects.values_list(Count("pk"))

    statement = Statement(ask)

    with django_assert_num_queries(2):
        statement.rows()
        statement.rows()

    assert built == [1]


def test_what_is_filled_in_is_a_value_and_never_sql(db):
    Organisation.objects.create(name="Uno")
    statement = Statement(
        lambda: Organisation.objects.filter(
            name=Blank("name", Organisation.name.field)
        ).values_list("name")
    )

    assert statement.rows(name="' OR 1=1 --") == []
    assert statement.rows(name="Uno") == [("Uno",)]


def test_what_comes_out_is_what_a_queryset_gives(db):
    story = make_story()
    moment = datetime(2026, 11, 19, 8, 30, tzinfo=UTC)
    type(story).objects.update(first_published_at=moment)
    asked = type(story).objects.values_list(
        "date", "first_published_at", "body", "live"
    )

    [row] = Statement(lambda: asked).rows()

    assert row == (story.date, moment, story.body, True)
    assert row[2].stream_block is story.body.stream_block


def test_a_list_of_any_length_is_asked_in_a_few_ways(db):
    for name in ("Een", "Twee", "Drie", "Vier"):
        make_organisation(name)
    written = []

    def ask(names):
        written.append(len(names))
        named = Organisation.objects.filter(name__in=names)
        return named.order_by("pk").values_list("name")

    statement = StatementOfMany(ask, CharField())

    found = [
        [name for (name,) in statement.rows(names)]
        for names in (
            [],
            ["Een"],
            ["Een", "Drie", "Vier"],
            ["Een", "Twee", "Drie", "?"],
        )
    ]

    assert found == [[], ["Een"], ["Een", "Drie", "Vier"], ["Een", "Twee", "Drie"]]
    assert written == [1, 4]


def test_rows_bring_what_they_point_at(db, django_assert_num_queries):
    theme = make_theme("mens")
    story = make_story(organisation=make_organisation("Beltegoed"), theme="mens")
    bare = make_story()
    stories = type(story).objects.annotate(line=F("theme__line")).order_by("pk")
    rows = Rows(lambda: stories.select_related("theme", "organisation__sector"))

    with django_assert_num_queries(1):
        found = rows.of()
        shown = [(each.theme, each.organisation, each.line) for each in found]

    assert found == [story, bare]
    assert shown == [(theme, story.organisation, theme.line), (theme, None, theme.line)]


def test_rows_are_models_that_can_be_saved(db):
    topic = Topic.objects.create(name="Rooster", slug="rooster", theme=make_theme())

    topics = Topic.objects.select_related("theme").filter(slug="rooster")
    found = Rows(lambda: topics).one()
    found.name = "Roosters"
    found.save()

    topic.refresh_from_db()
    assert (topic.name, topic.theme) == ("Roosters", found.theme)


def test_a_question_stands_within_another_with_its_values(db):
    for name in ("100% Bel", "Bel", "Uno"):
        Organisation.objects.create(name=name, slug=name[:1])

    def with_a_percent_sign():
        return Organisation.objects.filter(name__contains="% B")

    others = Organisation.objects.exclude(pk__in=numbers_of(with_a_percent_sign))

    found = others.filter(name__startswith="B").values_list("name", flat=True)
    assert list(found) == ["Bel"]
    assert numbers_of(with_a_percent_sign) is numbers_of(with_a_percent_sign)
