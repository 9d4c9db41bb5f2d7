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


def test_a_copy_of_this_process_ends_with_its_code():
    with Together() as processes:
        processes.start_at_once("goed", "version")
        processes.start_at_once("fout", "bestaat-niet")
        for process in processes.running.values():
            process.wait(300)

        gone = {each.name: each.code for each in processes.ended()}

    assert gone == {"goed": 0, "fout": 1}


def test_a_copy_of_this_process_is_stopped_with_the_others():
    with Together() as processes:
        wait = "import signal; signal.pause()"
        processes.start_at_once("een proces", "shell", "-c", wait)
        process = processes.running["een proces"]

    assert process.poll() is not None


def test_who_does_not_hear_that_it_must_stop_is_made_to(monkeypatch, tmp_path):
    monkeypatch.setattr("config.processes.PATIENCE", 0.1)
    deaf = tmp_path / "deaf"
    os.mkfifo(deaf)
    with Together() as processes:
        code = (
            "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
            f"open({str(deaf)!r}, 'w').close(); signal.pause()"
        )
        processes.start("een proces", "shell", "-c", code)
        process = processes.running["een proces"]
        deaf.read_text()  # waits until it is

    assert process.poll() == -signal.SIGKILL
