"""What was published before, and what changed."""

import pytest

from community.versions.rules import MOST_WORDS, differences
from tests.factories.community import make_group, make_outcome


def test_what_went_and_what_came_is_marked_by_word():
    old = ["Een toets is op locatie.", "Weg hiermee."]
    new = ["Een toets is onaangekondigd.", "Erbij & nieuw."]

    found = differences([*old[:1], "Blijft.", old[1]], [new[0], "Blijft."])

    assert [each.html for each in found] == [
        "Een toets is <del>op locatie.</del><ins>onaangekondigd.</ins>",
        "Blijft.",
        "<del>Weg hiermee.</del>",
    ]


def test_no_tag_of_a_text_is_a_tag_of_the_page():
    found = differences(["<b>x</b>"], ["<script>y</script>"])

    assert "<script>" not in found[0].html
    assert "<b>" not in found[0].html


def test_a_very_long_paragraph_is_shown_as_old_and_new():
    old, new = "a " * MOST_WORDS, "b " * MOST_WORDS

    assert differences([old], [new])[0].html == f"<del>{old}</del><ins>{new}</ins>"


@pytest.mark.django_db
def test_readers_see_published_versions_and_no_drafts(client):
    outcome = make_outcome(make_group(), slug="norm", result="<p>Twaalf weken.</p>")
    outcome.save_revision(log_action=True).publish()
    outcome.result = "<p>Geheim concept.</p>"
    outcome.save_revision(log_action=True)
    outcome.version, outcome.result = "0.2", "<p>Zestien weken.</p>"
    outcome.save_revision(log_action=True).publish()

    listed = client.get(f"{outcome.url}versies/").content.decode()
    second = client.get(f"{outcome.url}versies/2/").content.decode()
    missing = client.get(f"{outcome.url}versies/3/")

    assert listed.count('<li class="row apart">') == 2
    assert "<del>Twaalf</del><ins>Zestien</ins> weken." in second
    assert "Geheim concept." not in listed + second
    assert missing.status_code == 404


@pytest.mark.django_db
def test_one_that_is_not_public_has_no_public_versions(client):
    outcome = make_outcome(make_group(), slug="norm", live=False)

    assert client.get(f"{outcome.get_url() or '/x/'}versies/").status_code == 404
