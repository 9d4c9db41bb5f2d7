"""Where photos and documents are filed in the back office."""

import pytest
from wagtail.models import Collection

from home import foundations

pytestmark = pytest.mark.django_db


def test_the_first_collection_has_a_dutch_name():
    foundations.lay()

    assert Collection.get_first_root_node().name == "Algemeen"


def test_a_name_of_our_own_stays():
    Collection.objects.update(name="Beeldbank")

    foundations.lay()

    assert Collection.get_first_root_node().name == "Beeldbank"
