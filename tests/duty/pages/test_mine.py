"""One's own duties: today large, the weeks ahead, what one was told, swaps answered, a day off wished for."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test import Client

from bluelamp import clock
from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, ask_leave, enter_away
from bluelamp.duty.actions.swapping import offer_swap
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.mine_queries import shown
from bluelamp.duty.models import DutyNotice, PlannedDuty, Roster, Swap, TimeEntry, Wish
from bluelamp.duty.rules.planning import Away
from tests.duty.actions.test_swapping import a_pair
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.signing_in import browser_of

MORNING = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def roster(littleford: Littleford) -> Roster:
    return littleford.a_published_roster()


@pytest.fixture
def dunn(littleford: Littleford) -> Iterator[Client]:
    """PC 104 on the roster's first morning."""
    client = browser_of(littleford, "104")
    with clock.set_to(MORNING):
        yield client


def test_today_is_large_and_says_when_what_and_where(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    roster.duties.filter(day=MONDAY, officer=littleford.officer("104")).update(shift="E")
    page = dunn.get("/duty/mine/")
    up = page.context["up"]
    text = page.content.decode()
    mine = roster.duties.filter(day=MONDAY, officer=littleford.officer("104")).count()
    assert (len(up), page.context["is_today"]) == (mine, True)
    assert f'<p class="hours">{up[0].hours}</p>' in text
    assert "<b>Early</b>, Response. You are on duty" in text
    assert "<title>My duties: Bluelamp</title>" in text


def test_the_weeks_show_duties_days_off_leave_and_what_is_not_out(
    littleford: Littleford, roster: Roster, dunn: Client
) -> None:
    officer = littleford.officer("104")
    off = littleford.first_day(roster, lambda day: not roster.duties.filter(day=day, officer=officer).exists())
    court = littleford.first_day(
        roster, lambda day: not roster.duties.filter(day=day, officer=officer).exists(), after=off + DAY
    )
    away = [AwayDays(officer=officer.pk, kind=Away.COURT, first=court, last=court)]
    enter_away(away=away, by=littleford.planner, at=NOW)
    ask_leave(first=off, last=off, by=littleford.who("104"), at=NOW)
    days = {one.day: one for week in dunn.get("/duty/mine/").context["weeks"] for one in week.days}
    assert (len(days), min(days)) == (35, MONDAY)
    assert (days[court].away, days[off].asked, days[off].duties) == ("Court", True, ())
    expected = set(roster.duties.filter(officer=officer, day__lt=MONDAY + 35 * DAY).values_list("pk", flat=True))
    assert {duty.pk for day in days.values() for duty in day.duties} == expected
    with clock.set_to(datetime(2027, 3, 30, 9, 0, tzinfo=UTC)):
        page = dunn.get("/duty/mine/")
    assert [week.is_out for week in page.context["weeks"]] == [True, False, False, False, False]
    assert b"Not published yet" in page.content


@pytest.mark.parametrize(
    ("day", "hours", "words"),
    [
        (date(2026, 10, 24), (22, 7), "10 h: the clocks go back"),
        (date(2027, 3, 27), (22, 7), "8 h: the clocks go forward"),
        (date(2027, 1, 4), (22, 7), ""),
    ],
)
def test_a_night_on_which_the_clocks_change_shows_its_real_hours(
    littleford: Littleford, day: date, hours: tuple[int, int], words: str
) -> None:
    from datetime import time

    begins, ends = local(day, time(hours[0])), local(day + DAY, time(hours[1]))
    row = PlannedDuty(day=day, shift="N", unit="response", kind="duty", during=DateTimeTZRange(begins, ends))
    assert shown(row, cover_in_force()).clocks == words


def test_what_one_was_told_is_read_by_a_button(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    told = DutyNotice.objects.get(officer=littleford.officer("104"))
    assert b"I have read this" in dunn.get("/duty/mine/").content
    answer = dunn.post("/duty/mine/", {"what": "read", "number": told.pk})
    assert (answer.status_code, answer["Location"]) == (303, "/duty/mine/")
    assert b"I have read this" not in dunn.get("/duty/mine/").content
    again = dunn.post("/duty/mine/", {"what": "read", "number": told.pk})
    assert again.status_code == 422
    assert b"You have read this already" in again.content


def test_a_swap_is_agreed_on_the_page_and_one_that_is_illegal_is_refused_there(
    littleford: Littleford, roster: Roster
) -> None:
    own, other = a_pair(roster)
    swap = offer_swap(gives=own.pk, takes=other.pk, by=littleford.who("104"), at=NOW).partition(":")[2]
    theirs = browser_of(littleford, other.officer.collar_number)
    with clock.set_to(NOW):
        page = theirs.get("/duty/mine/")
        assert b"PC 104 D. Dunn" in page.content
        assert page.context["asked"][0].verdict.allowed
        away = [AwayDays(officer=own.officer_id, kind=Away.LEAVE, first=other.day, last=other.day)]
        enter_away(away=away, by=littleford.planner, at=NOW)
        refused = theirs.post("/duty/mine/", {"what": "agree", "number": swap})
        assert refused.status_code == 422
        assert b"a day of leave. (Police Regulations 2003 reg. 33)" in refused.content
        assert b'value="agree"' not in refused.content, "what is refused now is not offered as a button"
        assert theirs.post("/duty/mine/", {"what": "decline", "number": swap}).status_code == 303
        assert theirs.post("/duty/mine/", {"what": "agree", "number": 999999}).status_code == 422
    assert Swap.objects.get().state == "declined"


def test_a_day_off_is_wished_for_and_not_any_more(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    day = (MONDAY + 9 * DAY).isoformat()
    assert dunn.post("/duty/mine/", {"what": "wish", "day": day, "strength": "2"}).status_code == 303
    assert b"wish" in dunn.get("/duty/mine/").content
    assert Wish.objects.get().strength == 2
    assert dunn.post("/duty/mine/", {"what": "wish", "day": day, "strength": "0"}).status_code == 303
    assert not Wish.objects.exists()
    wrong = dunn.post("/duty/mine/", {"what": "wish", "day": "", "strength": "2"})
    assert (wrong.status_code, "day" in wrong.context["form"].errors) == (422, True)


def test_the_account_of_time_has_a_sum_for_each_kind(littleford: Littleford, dunn: Client) -> None:
    officer = littleford.officer("104")
    for n, (kind, amount) in enumerate((("overtime", 90), ("overtime", 45), ("rest_day", 1))):
        TimeEntry.objects.create(
            officer=officer, kind=kind, amount=amount, day=MONDAY - n * DAY, because="Kept on", source="Annex G",
            record="gap:1",
        )  # fmt: skip
    found = {one.kind: one.sum for one in dunn.get("/duty/mine/").context["accounts"]}
    assert found == {"Overtime": "2 h 15 min", "Rest days owed": "1 day"}


def test_a_night_that_began_yesterday_still_runs(littleford: Littleford, roster: Roster) -> None:
    late = roster.duties.filter(kind="on_call").order_by("day").first()
    assert late
    client = browser_of(littleford, late.officer.collar_number)
    with clock.set_to(late.during.upper - timedelta(hours=1)):
        up = client.get("/duty/mine/").context["up"]
    assert late.pk in {one.pk for one in up}


def test_one_books_on_and_off_by_a_press(littleford: Littleford, roster: Roster, dunn: Client) -> None:
    officer = littleford.officer("104")
    roster.duties.filter(day__range=(MONDAY - DAY, MONDAY), officer=officer).delete()
    during = DateTimeTZRange(MORNING - timedelta(hours=2), MORNING + timedelta(hours=6))
    roster.duties.create(officer=officer, unit="response", day=MONDAY, shift="E", kind="duty", during=during)
    page = dunn.get("/duty/mine/").content.decode()
    assert ("Book on" in page, "Book off" in page) == (True, False)
    assert dunn.post("/duty/mine/", {"what": "on"}).status_code == 303
    page = dunn.get("/duty/mine/").content.decode()
    assert ("Book on" in page, "Book off" in page) == (False, True)
    again = dunn.post("/duty/mine/", {"what": "on"})
    assert "No duty of yours is published for now" in again.content.decode()
    with clock.set_to(during.upper + timedelta(hours=2)):
        assert "Book off now, I stayed on" in dunn.get("/duty/mine/").content.decode()
        assert dunn.post("/duty/mine/", {"what": "off"}).status_code == 303
        assert "1 h 30 min" in dunn.get("/duty/mine/").content.decode()


def test_which_notice_was_read_must_be_said(roster: Roster, dunn: Client) -> None:
    sent = dunn.post("/duty/mine/", {"what": "read"})
    assert sent.status_code == 422
    assert "Say which one." in sent.content.decode()


def test_a_special_is_offered_to_offer_hours_and_an_officer_is_not(littleford: Littleford, roster: Roster) -> None:
    for collar, role, offered in (("104", "response_officer", False), ("105", "special_constable", True)):
        with clock.set_to(MORNING):
            text = browser_of(littleford, collar, role).get("/duty/mine/").content.decode()
        assert ("/specials/mine/hours/" in text) is offered
        assert "worked in the last 7 days" in text
