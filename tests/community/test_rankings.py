"""Points are ranked, and somebody writes what follows before it is published."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from community.models import Option, Point, Questionnaire, Ranking
from community.points.retention import erase
from community.rankings.services import NotClosed, Plan, conclude, rank
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.people import make_interest
from tests.factories.points import make_point
from tests.factories.questionnaires import A_WEEK, make_answers, make_response
from tests.factories.reactions import WILMA

pytestmark = pytest.mark.django_db
DESK = "/werkgroepen/kwaliteit/werkruimte/rangschikkingen/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def lead(client, group):
    user = get_user_model().objects.create_user("farida", "farida@voorbeeld.example")
    place = make_member(group, user=user, function="trekker")
    client.force_login(user)
    return place.person


def make_ranking(group, now, *, titles="ABCD") -> Ranking:
    points = [make_point(group, now=now, title=title) for title in titles]
    plan = Plan("Wat eerst?", "Kies er drie.", now - A_WEEK, now + A_WEEK)
    return rank(group=group, plan=plan, points=points, by=None, now=now)


def close(ranking, now, ballots=("AB", "AB", "BA", "CA", "CA")) -> None:
    question = ranking.questionnaire.questions.get()
    for letters in ballots:
        response = make_response(ranking.questionnaire, now=now)
        make_answers(response, question, letters)
    ranking.questionnaire.closes_at = now - timedelta(minutes=1)
    ranking.questionnaire.save()


@pytest.mark.usefixtures("lead")
def test_a_lead_puts_points_beside_each_other(client, group, now):
    points = [make_point(group, now=now, title=title) for title in ("A", "A", "B")]
    make_point(group, now=now, title="Af", status="uitgevoerd")
    elsewhere = make_point(make_group("mens"), now=now)
    filled = {
        "title": "Wat eerst?",
        "intro": "De trekker beslist.",
        "opens_on": "2026-11-25",
        "closes_on": "2026-12-02",
    }

    few = client.post(f"{DESK}nieuw/", {**filled, "points": [points[0].pk]})
    odd = client.post(
        f"{DESK}nieuw/", {**filled, "points": [*(p.pk for p in points), elsewhere.pk]}
    )
    made = client.post(f"{DESK}nieuw/", {**filled, "points": [p.pk for p in points]})

    assert "Af</b>" not in client.get(f"{DESK}nieuw/").text
    assert (few.status_code, odd.status_code) == (422, 422)
    assert "staat klaar" in client.get(made.url).text
    ranking = Ranking.objects.get()
    names = [str(each) for each in ranking.points.order_by("option__position")]
    assert sorted(names) == sorted(["A", f"A (punt {points[0].pk})", "B"])
    assert "Kies jouw drie" in client.get(ranking.get_absolute_url()).text


def test_the_database_publishes_nothing_without_an_owner_and_a_step(group, now):
    ranking = make_ranking(group, now)

    for lacking in ({"conclusion": "Doen."}, {"next_step": "Morgen."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ranking.objects.filter(pk=ranking.pk).update(concluded_at=now, **lacking)


def test_nothing_follows_while_people_are_choosing(client, group, now, lead):
    ranking = make_ranking(group, now)
    said = {"conclusion": "A eerst.", "next_step": "Een plan.", "owner": lead}

    with pytest.raises(NotClosed):
        conclude(ranking=ranking, by=None, now=now, **said)
    late = client.post(f"{DESK}{ranking.pk}/", {**said, "owner": lead.pk})
    assert "Er wordt nog gekozen" in client.get(late.url).text
    assert "× 3" not in client.get(ranking.get_absolute_url()).text


def test_what_follows_is_on_the_site_with_who_does_it(client, group, now, lead):
    ranking = make_ranking(group, now)
    close(ranking, now)
    make_interest(lead)
    said = {"conclusion": "A eerst.", "next_step": "Een plan.", "owner": lead.pk}
    public = ranking.get_absolute_url()
    assert "schrijft nu op wat hieruit volgt" in client.get(public).text

    lacking = client.post(f"{DESK}{ranking.pk}/", {**said, "next_step": ""})
    client.post(f"{DESK}{ranking.pk}/", said)

    text = client.get(public).text
    assert lacking.status_code == 422
    who = f"{lead} (belang: adviseur, Belco)"
    assert all(each in text for each in ("A eerst.", "Een plan.", who))
    assert "5 mensen: 2 × 3 + 3 × 2 + 0 × 1" in text
    assert "verschil klein" not in text
    assert "besloten op" in client.get(group.url).text


def test_what_a_handful_chose_only_the_lead_knows(client, group, now, lead):
    ranking = make_ranking(group, now)
    close(ranking, now, ballots=("AB", "BA", "C", "C"))
    public = ranking.get_absolute_url()
    asked = ranking.questionnaire.get_absolute_url()

    desk = client.get(f"{DESK}{ranking.pk}/").text
    read = [client.get(each).text for each in (public, f"{asked}uitslag/")]

    assert "2 × 3" in desk
    assert "pas vanaf 5 mensen" in desk
    assert ["× 3" in text for text in read] == [False, False]
    assert ["Van minder dan 5 mensen" in text for text in read] == [True, True]
    assert "4 mensen kozen" in read[0]


def test_who_is_equal_and_who_is_close_is_said(client, group, now):
    ranking = make_ranking(group, now)
    close(ranking, now, ballots=("AB", "BA", "AB", "BA", "C"))

    text = client.get(ranking.get_absolute_url()).text

    assert "A en B kregen evenveel punten" in text
    assert "5 mensen, verschil klein" in text


def test_a_ranking_asks_the_same_however_many_chose(client, group, now):
    ranking = make_ranking(group, now)
    close(ranking, now, ballots="A" * 5)
    few = len(statements(client, ranking.get_absolute_url()))
    close(ranking, now)

    assert len(statements(client, ranking.get_absolute_url())) == few <= 18


def test_only_a_lead_makes_one(client, group, now):
    ranking = make_ranking(group, now)
    addresses = [DESK, f"{DESK}nieuw/", f"{DESK}{ranking.pk}/"]

    assert {client.get(each).status_code for each in addresses} == {302}
    client.force_login(get_user_model().objects.create_user("omar"))
    assert {client.get(each).status_code for each in addresses} == {404}


@pytest.mark.usefixtures("lead")
def test_what_it_asks_stands_also_before_anybody_chose(client, group, now):
    asked = make_ranking(group, now).questionnaire
    desk = f"/werkgroepen/kwaliteit/werkruimte/vragenlijsten/{asked.pk}/"
    question = f"{desk}vraag/{asked.questions.get().pk}/"
    other = {"text": "X?", "kind": "top-drie", "options": "A\nB\nC"}

    sent = [(f"{desk}doen/", {"weg": "1"}), (question, other), (question, {"weg": "1"})]
    answers = [client.post(*each) for each in sent]

    assert {each.url for each in answers} == {f"{desk}?opslot=1"}
    assert "de punten liggen vast" in client.get(desk).text
    assert "Open tot en met" in client.get(f"{desk}wijzigen/").text
    assert asked.questions.get().options.count() == len("ABCD")


def test_the_group_says_whether_choosing_is_over(client, group, now):
    ranking = make_ranking(group, now)
    before = client.get(group.url).text
    close(ranking, now)

    after = client.get(group.url).text

    told = [
        ("kiezen kan tot en met 2 dec" in text, "gesloten op" in text)
        for text in (before, after)
    ]
    assert told == [(True, False), (False, True)]
    assert "De uitslag van" not in after  # that is for what is asked, not ranked


@pytest.mark.usefixtures("lead")
def test_of_a_hidden_point_nobody_reads_the_words(client, group, now):
    ranking = make_ranking(group, now, titles=("Aap", "Beer", "Cavia"))
    asked = ranking.questionnaire
    sheet = make_response(asked, now=now, state="concept")
    Point.objects.filter(title="Aap").update(state="hidden", ground="advert")
    while_open = [ranking.get_absolute_url(), f"/mijn-antwoorden/{sheet.token}/"]
    read = [client.get(each).text for each in while_open]
    close(ranking, now, ballots=[("Aap", "Beer")] * 5)
    results = f"{asked.get_absolute_url()}uitslag/"

    after = [ranking.get_absolute_url(), f"{DESK}{ranking.pk}/", results]
    read += [client.get(each).text for each in after]

    told = [("Aap" in text, "Een verborgen punt" in text) for text in read]
    assert told == [(False, True)] * 5


def test_an_erased_point_leaves_a_line_without_words_in_its_ranking(group, now):
    ranking = make_ranking(group, now, titles=("Aap", "Beer", "Cavia"))

    erase(email=WILMA, now=now)

    assert [each.point.told for each in ranking.points.all()] == [
        "Een verborgen punt"
    ] * 3
    texts = Option.objects.values_list("text", flat=True)
    assert all(text.startswith("verborgen punt ") for text in texts)


@pytest.mark.usefixtures("lead")
def test_what_nobody_chose_from_is_thrown_away_and_its_points_stay(client, group, now):
    ranking = make_ranking(group, now)
    make_response(ranking.questionnaire, now=now, state="concept")
    address = f"{DESK}{ranking.pk}/weggooien/"
    assert address in client.get(f"{DESK}{ranking.pk}/").text

    asked = client.get(address)
    thrown = client.post(address)

    assert "Gooi je de rangschikking weg?" in asked.text
    assert "De rangschikking is weg" in client.get(thrown.url).text
    assert not Ranking.objects.exists()
    assert not Questionnaire.objects.exists()
    assert Point.objects.count() == len("ABCD")


@pytest.mark.usefixtures("lead")
def test_what_somebody_chose_stays(client, group, now):
    ranking = make_ranking(group, now)
    close(ranking, now, ballots=("A",))
    address = f"{DESK}{ranking.pk}/weggooien/"
    assert address not in client.get(f"{DESK}{ranking.pk}/").text

    answer = client.post(address)

    assert "Er heeft al iemand gekozen" in client.get(answer.url).text
    assert Ranking.objects.exists()
