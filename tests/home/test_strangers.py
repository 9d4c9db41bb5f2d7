"""What anybody may send: taken in from people, not from a robot, not too often."""

import pytest

from home.contact.forms import ContactForm
from home.readers.services import TooManyAsked
from home.strangers import TOO_OFTEN, WAITING, from_people

SAID = {"name": "Wilma", "email": "wilma@x.example", "text": "Dag."}


@pytest.fixture
def sent(rf):
    """A form that somebody sent, and the request that brought it."""

    def send(**changes):
        form = ContactForm(SAID | changes)
        assert form.is_valid()
        return rf.post("/"), form

    return send


@pytest.fixture
def taken():
    return []


@pytest.fixture
def take_in(taken):
    @from_people("test", limit=2)
    def take(form, *about):
        taken.append((form.cleaned_data["name"], *about))

    return take


@pytest.mark.parametrize(
    "spelled", ['"wilma"@x.example', r'"w\ilma"@x.example', "wilma@[127.0.0.1]"]
)
def test_an_address_that_can_be_spelled_in_many_ways_is_none(spelled):
    form = ContactForm(SAID | {"email": spelled})

    wrong = "Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."
    assert form.errors == {"email": [wrong]}


def test_what_people_send_is_taken_in_until_it_is_too_often(sent, take_in, taken):
    answers = [take_in(*sent(), "punt") for _ in range(2)]
    request, form = sent()

    assert (answers, take_in(request, form)) == ([True, True], False)
    assert form.non_field_errors() == [TOO_OFTEN]
    assert taken == [("Wilma", "punt")] * 2


def test_a_robot_hears_the_same_and_nothing_is_taken_in(sent, take_in, taken):
    assert take_in(*sent(website="https://x.example"))

    assert not taken


def test_whose_mail_box_is_full_of_ours_is_told_at_the_address(sent):
    @from_people("test", limit=2)
    def refuse(form):
        raise TooManyAsked

    request, form = sent()

    assert not refuse(request, form)
    assert form.errors == {"email": [WAITING]}
