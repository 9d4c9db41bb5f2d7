"""Saving by itself writes over its last version, but not over one that was shown."""

import pytest

from stories.checks.services import ask
from stories.models import StoryPage
from stories.newsletter.sending import plan, send_issues
from tests.factories.home import make_site
from tests.factories.newsletter import make_issue
from tests.factories.stories import make_story
from tests.stories.desk import edit_address, filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def save_by_itself(client, story, *, over, **changes) -> int:
    """As the editor does; the version that it says was made, to write over next."""
    typed = filled_in(**changes, overwrite_revision_id=over)
    answer = client.post(
        edit_address(story), typed, headers={"accept": "application/json"}
    )
    return answer.json()["revision_id"]


def test_what_somebody_reads_stays_while_an_editor_types(client, editor, now):
    story = make_story("De kaart", live=False)
    first = story.save_revision(user=editor).pk
    before = save_by_itself(client, story, over=first, title="De kaart van mei")
    story = StoryPage.objects.get(pk=story.pk)
    check = ask(story=story, name="Bas", email="bas@x.example", by=editor, now=now)

    after = save_by_itself(client, story, over=before, title="Iets heel anders")
    later = save_by_itself(client, story, over=after, title="Iets heel anders, af")

    assert before == first == check.revision_id
    assert after == later != before
    assert "De kaart van mei" in client.get(f"/feitencheck/{check.token}/").text
    story.refresh_from_db()
    assert story.get_latest_revision_as_object().title == "Iets heel anders, af"


def test_what_was_planned_goes_out_while_an_editor_types(editor, now):
    issue = make_issue("Wat er klonk")
    revision = issue.save_revision(user=editor)
    mailing = plan(issue=issue, at=now, by=editor, now=now)

    issue.title = "Half getypt"
    issue.save_revision(user=editor, overwrite_revision=revision)
    send_issues(now=now)

    mailing.refresh_from_db()
    assert mailing.subject == "Wat er klonk"
