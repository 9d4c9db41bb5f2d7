"""Every address of the groups, and who gets in there; a new one needs a line.

Who may not read a page may not send anything to it either."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from tests.community.world import make_people, make_world
from tests.factories.community import make_group
from tests.factories.sessions import make_session, page_of

pytestmark = pytest.mark.django_db
LOGIN = "/account/inloggen/"
IN = "in"
WHO = ("nobody", "member elsewhere", "lead elsewhere", "former lead", "member", "lead")
# nobody, the three that do not belong here, a member, a lead
MAY = {
    "everybody": [IN] * 6,
    "who is logged in": ["login", *[IN] * 5],
    "members": ["login", "404", "404", "404", IN, IN],
    "leads": ["login", "404", "404", "404", "404", IN],
    "members of its group": ["login", "403", "403", "403", IN, IN],
    "who leads it": ["login", "403", "403", "403", "403", IN],
    "who leads a group": ["login", "403", IN, "403", "403", IN],
}
# what may be opened: the address by its name, and what stands in it in `make_world`
ADDRESSES = {
    "everybody": {
        "gone": "",
        "group_members": "group",
        "group_documents": "group",
        "ask_to_join": "group",
        "group_points": "group",
        "hand_in_point": "group",
        "ranking": "ranking",
        "react": "outcome",
        "versions": "outcome",
        "version": "outcome",
        "points": "",
        "point": "point",
        "support_point": "point",
        "report_point": "point",
        "questionnaire": "questionnaire",
        "questionnaire_thanks": "questionnaire",
        "questionnaire_results": "questionnaire",
        "open_answers": "open_answers",
        "questions_stand": "questions_stand",
        "session_questions": "session",
        "all_questions": "session",
        "questions_stage": "session",
        "support_question": "question",
        "report_question": "question",
        "session_harvest": "session",
        "sign_up": "session",
        # and who has the link, which nobody can guess
        "follow_up": "follow_up",
        "fill_in": "fill_in",
        "invitation": "invitation",
        "registration": "guest",
        "registration_calendar": "guest",
        "harvest_by_link": "guest",
        "correct_report": "guest",
        "breakout": "breakout",
    },
    "who is logged in": {"my_data": ""},
    "members": {
        "group_space": "group",
        "group_notes": "group",
        "new_group_note": "group",
        "group_note": "group_note",
        "note_to_outcome": "group_note",
        "group_files": "group",
        "group_file": "group_file",
        "outcomes_of_group": "group",
        "read_draft": "outcome",
    },
    "leads": {
        "join_requests": "group",
        "group_invitations": "group",
        "answer_join_request": "answer_join_request",
        "points_desk": "group",
        "note_down_point": "group",
        "answer_point": "point",
        "read_point": "point",
        "merge_point": "point",
        "point_from_answer": "point_from_answer",
        "rankings_desk": "group",
        "make_ranking": "group",
        "conclude_ranking": "ranking",
        "throw_away_ranking": "ranking",
        "questionnaires_desk": "group",
        "write_questionnaire": "group",
        "show_questionnaire": "asked",
        "change_questionnaire": "asked",
        "write_question": "asked",
        "change_question": "asked",
        "preview_questions": "asked",
        "act_on_questionnaire": "asked",
        "invite_people": "asked",
        "desk_results": "asked",
        "read_answers": "asked",
        "answers_file": "asked",
        "group_texts": "group",
        "group_phase": "group",
        "members_desk": "group",
        "group_member": "group_member",
        "remarks_desk": "group",
        "answer_remark": "answer_remark",
        "traces_of_outcome": "outcome",
        "handle_group_file": "group_file",
        "new_outcome": "group",
        "write_outcome": "outcome",
    },
    "members of its group": {"harvest_as_member": "session"},
    "who leads it": {
        "buzzmaster": "session",
        "move_question": "question",
        "breakouts": "session",
        "harvest_desk": "session",
        "answer_harvest": "harvest",
        "harvest_to_point": "harvest",
        "report_desk": "session",
        "answer_correction": "correction",
        "session_desk": "session",
        "change_session": "session",
        "call_off_session": "session",
        "attendance": "session",
        "group_sessions": "group",
    },
    "who leads a group": {"plan_session": ""},
}


@pytest.fixture(autouse=True)
def _then(time_machine, now, settings, tmp_path):
    time_machine.move_to(now, tick=False)
    settings.MEDIA_ROOT = tmp_path


def patterns(resolver: URLResolver):
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield each
        else:
            yield from patterns(each)


def address_of(name: str, known: dict) -> str:
    """With as much of what is known as it takes."""
    [(_, needed)] = get_resolver().reverse_dict.getlist(name)[0][0]
    return reverse(name, kwargs={key: known[key] for key in needed})


def answers(client: Client, address: str) -> set[str]:
    """To who reads it; what only takes something is sent nothing. So is all that one
    may not read."""
    read = _answer(client.get, address)
    if read == IN:
        return {read}
    return {read, _answer(client.post, address)} - {"405"}


def _answer(ask, address: str) -> str:
    with transaction.atomic():
        response = ask(address)
        response.getvalue()  # a file is closed once it was read
        transaction.set_rollback(True)
    status = response.status_code
    if status == 302 and response.url.startswith(LOGIN):
        return "login"
    return str(status) if status in {403, 404, 405} or status >= 500 else IN


def test_every_address_has_a_line_that_says_who_may_open_it():
    named = [pattern.name for pattern in patterns(get_resolver("community.urls"))]

    assert sorted(named) == sorted(
        name for names in ADDRESSES.values() for name in names
    )


def test_nobody_sees_or_sends_what_is_not_theirs(now):
    group = make_group("kwaliteit")
    people = make_people(group, make_group("mens"), now)
    world = make_world(group, now)
    clients = {who: Client() for who in people}
    for who, user in people.items():
        if user:
            clients[who].force_login(user)

    wrong = []
    for kind, names in ADDRESSES.items():
        for name, key in names.items():
            address = address_of(name, world[key])
            for who, expected in zip(WHO, MAY[kind], strict=True):
                if kind == "everybody" and who != "nobody":
                    continue  # what nobody may, everybody may
                found = answers(clients[who], address)
                if found != {expected}:
                    wrong.append((name, who, found, expected))

    assert wrong == [], "\n".join(map(str, wrong))


def test_no_number_of_another_group_is_found_at_the_address_of_ones_own(now):
    group, own = make_group("kwaliteit"), make_group("mens")
    lead = Client()
    lead.force_login(make_people(group, own, now)["lead elsewhere"])
    world = make_world(group, now)
    session = page_of(make_session(now=now, group=own, takes_questions=True))

    found = {}
    for kind in ("members", "leads", "who leads it"):
        slug = session.slug if kind == "who leads it" else own.slug
        for name, key in ADDRESSES[kind].items():
            if set(world[key]) - {"slug"}:
                there = address_of(name, {**world[key], "slug": slug})
                found[name] = answers(lead, there)

    assert len(found) > 20
    assert {name: each for name, each in found.items() if each != {"404"}} == {}
