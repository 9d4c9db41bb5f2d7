"""A piece whose story is taken away or thrown away: what its writer reads then."""

import pytest
from django.core import mail as outbox

from home.mail.services import pay_owed_mail
from stories.contributions.editing import make_story
from stories.contributions.programme import honour_writers
from stories.models import StoryPage
from tests.factories.contributions import make_contribution
from tests.factories.home import make_site
from tests.factories.stories import make_story_index
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()
    make_story_index()


def make_published(piece, *, now) -> StoryPage:
    """Under a title that an editor thought of."""
    story = make_story(contribution=piece, person=None, by=make_user("Redactie"))
    StoryPage.objects.filter(pk=story.pk).update(live=True, title="De wachtrij")
    honour_writers(now=now)
    return story


def page_of(client, piece) -> str:
    return client.get(f"/schrijf-mee/stuk/{piece.token}/").text


def test_a_piece_whose_draft_is_thrown_away_is_on_the_desk_again(client, now):
    piece, by = make_contribution(now=now), make_user("Redactie")
    make_story(contribution=piece, person=None, by=by).delete()

    honour_writers(now=now)

    piece.refresh_from_db()
    assert piece.status == "in"
    assert make_story(contribution=piece, person=None, by=by).title == piece.title


@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_a_writer_is_not_told_that_the_editors_have_what_they_took_away(
    act, client, now
):
    piece = make_contribution(now=now)
    story = make_published(piece, now=now)

    getattr(StoryPage.objects.get(pk=story.pk), act)()
    honour_writers(now=now)

    page = page_of(client, piece)
    assert "Je stuk stond op de site, en is daar nu niet te lezen." in page
    assert "ligt bij de redactie" not in page


def test_a_mail_leads_to_no_story_that_is_taken_away(now):
    piece = make_contribution(now=now)
    story = make_published(piece, now=now)

    StoryPage.objects.get(pk=story.pk).unpublish()
    pay_owed_mail(now=now)

    assert outbox.outbox == []


def test_a_mail_names_a_story_as_readers_see_it(now):
    make_published(make_contribution(now=now), now=now)

    pay_owed_mail(now=now)

    assert outbox.outbox[0].subject == "Je stuk staat op de site: De wachtrij"
