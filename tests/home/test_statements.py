"""A question that is put into SQL once."""

from django.db.models import BigIntegerField, Count
from django.db.models.functions import Length

from home.models import Organisation
from home.statements import Blank, Statement


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
