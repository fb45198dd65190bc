"""The case at court: where it stands, what may come next, and the way there from the victim and the custody record."""

from datetime import UTC, datetime

from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.cases.rules.court_news import News, Outcome
from tests.cases.at_court import HAD, AtCourt
from tests.custody.evening import HOUR, Evening

NOW = HAD + HOUR


def read(court: AtCourt, client: Client, path: str, role: str = "victim_care_officer") -> str:
    court.evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_it_says_where_the_case_stands_and_what_may_come(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    path = f"/case/{court.case.pk}/"
    first = read(court, client, path)
    assert "Nothing has come from the court yet" in first
    assert f"{path}court/verdict/" in first
    assert f"{path}court/sentence/" not in first
    assert "Nobody is convicted: write the verdict first." in first
    court(News.VERDICT, outcome=Outcome.GUILTY, words="Found guilty of both.",
          next_at=datetime(2027, 1, 11, 10, 0, tzinfo=UTC))  # fmt: skip
    then = read(court, client, path)
    assert "Found guilty of both." in then
    assert f"{path}court/sentence/" in then
    assert "Joanne Marlow" in then
    assert "Tell Joanne Marlow the verdict, safely" in then


def test_the_way_there_from_the_victim_and_the_custody_record(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    court(News.VERDICT, outcome=Outcome.NOT_GUILTY)
    of_victim = read(court, client, f"/victim/{court.victims[0].pk}/")
    assert f"/case/{court.case.pk}/" in of_victim
    assert "From the court, Fri 4 Dec: verdict: not guilty." in of_victim
    assert f"/case/{court.case.pk}/" in read(court, client, f"/detention/{court.case.detention_id}/", "custody_officer")


def test_whoever_may_not_see_the_person_does_not_see_the_case(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=court.case.detention.person.ref, owner=owner, restricted_at=HAD)
    evening.signed_in("victim_care_officer", client, at=NOW)
    with clock.set_to(NOW):
        for path in (f"/case/{court.case.pk}/", f"/case/{court.case.pk}/court/verdict/"):
            assert client.get(path).status_code == 302
