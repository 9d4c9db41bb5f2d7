"""Mail that comes back is noted; who is gone twice in a row gets no third."""

from datetime import timedelta
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import call_command

from stories.models import Delivery, Subscriber
from stories.newsletter.bounces import Report, read_report, take_in
from stories.newsletter.rules import is_final, says_gone, status_in
from stories.newsletter.sending import send_issues
from tests import stubborn_mail
from tests.factories.newsletter import make_mailing
from tests.factories.stories import make_story_index, make_subscriber

IRIS = "iris@voorbeeld.example"
A_WEEK = timedelta(days=7)
REPORT = """\
From: MAILER-DAEMON@mx.example
To: post@een-nieuw-geluid.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

I'm sorry to have to inform you.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; iris@voorbeeld.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--grens
Content-Type: {kind}

From: post@een-nieuw-geluid.example
To: iris@voorbeeld.example
Subject: Nummer 1
Message-ID: {number}

Dag.
--grens--
"""


def report(number, *, status="5.1.1", action="failed", kind="message/rfc822") -> bytes:
    filled = REPORT.format(number=number, status=status, action=action, kind=kind)
    return filled.encode()


@pytest.mark.parametrize(
    ("said", "code", "status"),
    [
        (b"5.1.1 <iris@x.example>: User unknown", 550, "5.1.1"),
        (b"No such user here", 550, "550"),
        (b"4.2.2 mailbox full", 452, "4.2.2"),
        (b"\xff\xfe5.1.1 niet", 550, "5.1.1"),
    ],
)
def test_the_most_precise_code_counts(said, code, status):
    assert status_in(said, code) == status


@pytest.mark.parametrize(
    ("status", "final", "gone"),
    [
        ("5.1.1", True, True),
        ("5.1.10", True, True),
        ("5.2.1", True, True),
        ("5.1.7", True, False),  # about our own address
        ("5.2.2", True, False),  # full
        ("5.7.1", True, False),  # they do not trust us
        ("550", True, False),  # could be anything
        ("4.2.2", False, False),
        ("5.1.1x", True, False),
    ],
)
def test_only_who_is_not_there_is_gone(status, final, gone):
    assert (is_final(status), says_gone(status)) == (final, gone)


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_is_read_whether_the_mail_or_its_head_came_back(kind):
    assert read_report(report("<abc@x.example>", kind=kind)) == Report(
        "<abc@x.example>", "5.1.1"
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00" * 50,
        b"Subject: Ik ben er even niet\n\nTot maandag.",
        "Subject: 🦉\n\n🦉".encode(),
        report("<abc@x.example>", action="delayed"),
        report("<abc@x.example>", status="kapot"),
        report("<a\x00b@x.example>"),
        report(""),
        report("<abc@x.example>", kind="text/plain"),
        report("<abc@x.example>").replace(b"--grens", b"--greep"),
        b"Content-Type: message/delivery-status\n\nAction",
    ],
)
def test_any_other_mail_is_no_report(raw):
    assert read_report(raw) is None


@pytest.fixture
def issue(now, settings):
    """One more issue, to Iris and Jan; what becomes of it."""
    settings.MAILERS = {"default": {"BACKEND": "tests.stubborn_mail.StubbornBackend"}}
    stubborn_mail.calm_down()
    make_story_index()
    make_subscriber(IRIS, now=now)
    make_subscriber("jan@voorbeeld.example", now=now)

    def send(at) -> str:
        make_mailing(now=at)
        send_issues(now=at)
        newest = Delivery.objects.filter(subscriber__reader__email=IRIS).latest("pk")
        return newest.message_id

    return send


def stopped() -> list[str]:
    return list(
        Subscriber.objects.exclude(stopped_at=None).values_list(
            "reader__email", flat=True
        )
    )


@pytest.mark.django_db
def test_gone_twice_in_a_row_is_gone(issue, now):
    weeks = [now + week * A_WEEK for week in range(3)]
    take_in(report(issue(weeks[0])), now=weeks[0])
    once = stopped()

    take_in(report(issue(weeks[1])), now=weeks[1])

    assert once == []
    assert stopped() == [IRIS]
    last = Delivery.objects.filter(subscriber__reader__email=IRIS).latest("pk")
    assert (last.status, last.bounced_at) == ("5.1.1", weeks[1])
    before = Delivery.objects.count()
    issue(weeks[2])
    assert Delivery.objects.count() == before + 1


@pytest.mark.django_db
@pytest.mark.parametrize("second", ["5.2.2", "5.7.1", None])
def test_one_that_arrived_or_was_refused_for_another_reason_breaks_the_row(
    second, issue, now
):
    statuses = ["5.1.1", second, "5.1.1"]
    for week, status in enumerate(statuses):
        number = issue(now + week * A_WEEK)
        if status:
            take_in(report(number, status=status), now=now)

    assert stopped() == []


@pytest.mark.django_db
def test_the_same_report_twice_counts_once(issue, now):
    raw = report(issue(now))

    noted = [take_in(raw, now=now) for _ in range(2)]

    assert noted == [True, False]
    assert stopped() == []


@pytest.mark.django_db
def test_a_forged_report_stops_nobody(issue, now):
    """It names an address, but not the number that only that mail had."""
    issue(now)
    issue(now + A_WEEK)

    noted = [take_in(report(f"<{n}@testserver>"), now=now) for n in range(3)]

    assert noted == [False] * 3
    assert not Delivery.objects.filter(bounced_at__isnull=False).exists()


@pytest.mark.django_db
def test_a_refusal_at_the_door_is_a_bounce_too(issue, now):
    stubborn_mail.refuses[IRIS] = (550, b"5.1.1 User unknown")

    for week in range(3):
        issue(now + week * A_WEEK)

    assert stopped() == [IRIS]
    mine = Delivery.objects.filter(subscriber__reader__email=IRIS)
    assert mine.filter(bounced_at__isnull=False, dropped_at__isnull=False).count() == 2
    assert mine.count() == 2


@pytest.mark.django_db
def test_who_joined_again_begins_anew(issue, now):
    for week in range(2):
        take_in(report(issue(now + week * A_WEEK)), now=now)
    later = now + 2 * A_WEEK
    Subscriber.objects.filter(reader__email=IRIS).update(
        stopped_at=None, confirmed_at=later
    )

    take_in(report(issue(later)), now=later)

    assert stopped() == []


@pytest.mark.django_db
def test_the_command_reads_a_mailbox_a_mail_and_stdin(
    issue, now, tmp_path, monkeypatch
):
    numbers = [issue(now + week * A_WEEK) for week in range(3)]
    box, one = tmp_path / "box", tmp_path / "one.eml"
    asides = b"From x Thu Jan  1 00:00:00 2026\nSubject: Dag\n\nDag.\n\n"
    in_box = b"From x Thu Jan  1 00:00:00 2026\n" + report(numbers[0])
    box.write_bytes(asides + in_box)
    one.write_bytes(report(numbers[1]))

    said = StringIO()
    call_command("bounces", str(box), str(one), stdout=said)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(report(numbers[2]))))
    call_command("bounces", stdout=said)

    assert said.getvalue().splitlines() == [
        "Teruggekomen en genoteerd: 2.",
        "Teruggekomen en genoteerd: 1.",
    ]
    assert stopped() == [IRIS]
