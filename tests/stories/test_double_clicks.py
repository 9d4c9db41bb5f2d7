"""What sends a mail from the back office is not sent again by a second click."""

import re

import pytest

from tests.factories.contributions import make_contribution
from tests.factories.home import make_site
from tests.factories.newsletter import make_issue
from tests.factories.reactions import make_practice_story
from tests.factories.stories import make_story_index

pytestmark = pytest.mark.django_db


def test_each_form_that_mails_somebody_is_sent_once(client, chief, now):
    make_site()
    make_story_index()
    story = make_practice_story().pk
    addresses = [
        f"/cms/bijdragen/{make_contribution(now=now).pk}/",
        f"/cms/verhalen/{story}/feitencheck/",
        f"/cms/praktijktoets/{story}/",
        f"/cms/nieuwsbrief/{make_issue().pk}/versturen/",
    ]

    pages = [client.get(address).text for address in addresses]

    told = [
        re.findall(r'<form method="post"[^>]*?( data-once)?>', page) for page in pages
    ]
    assert told == [
        [" data-once"] * 2,
        [" data-once"],
        [" data-once"],
        [" data-once"] * 2,
    ]
    assert all("js/send-once" in page for page in pages)
