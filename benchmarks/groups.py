"""The page of a working group with much in it, beside one with little."""

import time
from itertools import count

from benchmarks.figures import begin, end, p95, say
from benchmarks.site import prepared

SMALL = {"members": 8, "points": 5, "answers": 20}
LARGE = {"members": 200, "points": 500, "answers": 2000}
VISITS = 100
QUESTIONS_EACH = 4  # answers of one person
DRAWN = {"meting": "1"}  # no page asks this, so nothing of the answer is kept
_number = count(1)


def main() -> None:
    with prepared(demo=False):
        begin()
        measure()
    end()


def measure() -> None:
    """Imports come here, since Django stands only now."""
    from django.db import connection, transaction  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with transaction.atomic():  # a disk that is waited for 5,000 times takes all day
        groups = {
            "small": filled("mens", **SMALL),
            "large": filled("kwaliteit", **LARGE),
        }
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client, took = Client(SERVER_NAME="127.0.0.1"), {name: [] for name in groups}
    for name, group in groups.items():
        client.get(group.url, DRAWN, secure=True)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(group.url, DRAWN, secure=True)
        assert answer.status_code == 200, answer
        say(f"statements, {name} group", len(asked), at_most=20)
    for _ in range(VISITS):  # in turn, so that a busy moment hits both
        for name, group in groups.items():
            begun = time.perf_counter()
            client.get(group.url, DRAWN, secure=True)
            took[name].append((time.perf_counter() - begun) * 1000)
    for name, times in took.items():
        say(f"p95, {name} group", p95(times), unit="ms")
    say(
        "p95 of the large beside the small",
        p95(took["large"]) / p95(took["small"]),
        at_most=1.5,
        unit="times",
    )


def filled(slug: str, *, members: int, points: int, answers: int):
    """People of every role, points with support, and one questionnaire."""
    from django.utils import timezone  # noqa: PLC0415

    from community.models import WorkingGroupPage  # noqa: PLC0415
    from home.models import Role  # noqa: PLC0415
    from tests.factories.community import make_member, make_outcome  # noqa: PLC0415
    from tests.factories.points import make_point  # noqa: PLC0415
    from tests.factories.questionnaires import (  # noqa: PLC0415
        make_answers,
        make_question,
        make_questionnaire,
        make_response,
    )

    now, roles = timezone.now(), list(Role.objects.all())
    group = WorkingGroupPage.objects.get(slug=slug)
    for number in range(members):
        make_member(group, f"Lid {number}", in_trade=roles[number % len(roles)])
    for _ in range(6):
        make_outcome(group)
    for number in range(points):
        make_point(
            group, now=now, email=f"p{next(_number)}@x.example", title=f"Punt {number}"
        )
    asked = make_questionnaire(group, now=now)
    questions = [make_question(asked) for _ in range(QUESTIONS_EACH)]
    for _ in range(answers // QUESTIONS_EACH):
        response = make_response(asked, now=now)
        for question in questions:
            make_answers(response, question, "Een antwoord van een regel.")
    return group


if __name__ == "__main__":
    main()
