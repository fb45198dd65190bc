"""Who carries what, by unit and officer, over the roster that runs."""

from datetime import date, time

from django.test import Client

from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.models import Ask
from bluelamp.duty.rules.planning import Away
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.desk import Desk

EASTER = (date(2027, 3, 26), date(2027, 3, 29))


def test_what_each_carries_is_counted_from_the_roster(littleford: Littleford, client: Client) -> None:
    desk = Desk(littleford, client, at=local(MONDAY + DAY, time(12)))
    assert "No roster is published for today." in desk.get("/duty/fairness/")
    roster = littleford.a_published_roster()
    away = AwayDays(officer=littleford.officer("104").pk, kind=Away.LEAVE, first=MONDAY, last=MONDAY + 4 * DAY)
    enter_away(away=[away], by=littleford.planner, at=NOW)
    page = desk.get("/duty/fairness/")
    assert f"5 of {9 * 91}" in page
    mine = roster.duties.filter(officer__collar_number="109")
    easter, calls = mine.filter(kind="duty", day__in=EASTER).count(), mine.filter(kind="on_call").count()
    assert f'<td class="n">{easter}</td><td class="n">{calls}</td>' in page
    assert "Public holidays each" in page
    for officer in ("101", "109"):
        calls = roster.duties.filter(officer__collar_number=officer, kind="on_call").count()
        assert f'{littleford.officer(officer)}</th><td class="n">0</td>' in page
        assert f'<td class="n">{calls}</td>' in page


def test_a_rest_day_that_was_cancelled_is_counted_for_its_officer(littleford: Littleford, client: Client) -> None:
    roster = littleford.a_published_roster()
    changes = [{"before": "", "after": "L", "on_call": False}, {"before": "", "after": "C", "on_call": True},
               {"before": "E", "after": "L", "on_call": False}]  # fmt: skip
    for collar, state in (("104", Ask.State.APPLIED), ("105", Ask.State.DECLINED)):
        Ask.objects.create(
            roster=roster, officer=littleford.officer(collar), unit="response", words="", cost="", changes=changes,
            state=state, asked_by="R. Holt", asked_at=NOW,
        )  # fmt: skip
    page = Desk(littleford, client, at=local(MONDAY + DAY, time(12))).get("/duty/fairness/")
    for collar, days in (("104", 1), ("105", 0)):
        line = page.partition(f'<th scope="row">{littleford.officer(collar)}</th>')[2].partition("</tr>")[0]
        assert line.endswith(f'<td class="n">{days}</td>'), collar
