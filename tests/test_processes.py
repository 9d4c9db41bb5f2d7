"""What `make run` started is stopped, however often it is told to."""

import os
import signal

import pytest

from config.processes import ASKED_TO_STOP, Together


@pytest.fixture(autouse=True)
def _own_signals():
    """The test run wants its Ctrl-C back."""
    before = {number: signal.getsignal(number) for number in ASKED_TO_STOP}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_second_signal_on_the_way_out_is_not_heard():
    with Together() as processes:
        processes.start("een proces", "check")
        process = processes.running["een proces"]
        with pytest.raises(SystemExit):
            os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)

    assert process.poll() is not None
