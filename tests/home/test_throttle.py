"""How often one visitor may do something, and which visitor that is."""

import pytest

from home.throttle import address_key, address_of, count, counted, is_too_often

ELSEWHERE = "203.0.113.7"


@pytest.fixture
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.mark.parametrize(
    ("connected", "forwarded", "expected"),
    [
        (ELSEWHERE, "198.51.100.1", ELSEWHERE),  # a visitor writes what he likes
        ("127.0.0.1", ELSEWHERE, ELSEWHERE),
        ("127.0.0.1", f"198.51.100.1, {ELSEWHERE}", ELSEWHERE),
        ("::1", f"198.51.100.1,{ELSEWHERE} ", ELSEWHERE),
        ("127.0.0.1", "", "127.0.0.1"),
        ("", ELSEWHERE, ELSEWHERE),  # a proxy at a socket has no address
    ],
)
def test_only_the_last_word_of_a_proxy_on_this_machine_is_believed(
    rf, connected, forwarded, expected
):
    request = rf.get("/", REMOTE_ADDR=connected, HTTP_X_FORWARDED_FOR=forwarded)

    assert address_of(request) == expected


@pytest.mark.parametrize("address", ["", "unknown", "203.0.113.7:4711"])
def test_an_address_that_is_none_is_a_visitor_too(rf, address):
    request = rf.get("/", REMOTE_ADDR=address)

    assert len(address_key(request, "test")) == 32


def test_what_one_does_too_often_is_not_what_one_does_elsewhere(rf):
    request = rf.get("/", REMOTE_ADDR=ELSEWHERE)

    often = [is_too_often(request, "write", limit=1, seconds=60) for _ in range(2)]
    other = is_too_often(request, "order", limit=1, seconds=60)

    assert (often, other) == ([False, True], False)


@pytest.mark.usefixtures("_then")
def test_a_window_ends_when_the_first_attempt_is_long_ago(time_machine):
    count("wilma", seconds=60)
    time_machine.shift(59)
    within = count("wilma", seconds=60)
    time_machine.shift(2)

    assert (within, counted("wilma"), count("wilma", seconds=60)) == (2, 0, 1)


def test_a_window_that_ended_while_we_counted_begins_anew():
    assert count("wilma", seconds=0) == 1
