"""A clean roster has no gap; each gap that is planted is found, to the minute, and no other."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bluelamp.duty.checking.check import Checked, check
from tests.duty.checking.published import (
    MONDAY,
    Document,
    a_clean_roster,
    a_document,
    at,
    drop,
    duty,
    find,
    need,
    on_tour,
    person,
    someone,
    special,
)

TUESDAY, LAST = MONDAY + timedelta(days=1), MONDAY + timedelta(days=27)
EVE = MONDAY - timedelta(days=1)
Found = list[tuple[str, str, bool, datetime, datetime, int, int]]


def gaps(checked: Checked) -> Found:
    return [(g.unit, g.skill, g.call, g.begins, g.ends, g.needed, g.there) for g in checked.gaps]


def a_gap(begins: datetime, ends: datetime, needed: int, there: int, unit: str = "response", **other: object) -> Found:
    skill, call = str(other.get("skill", "")), bool(other.get("call", False))
    return [(unit, skill, call, begins.astimezone(UTC), ends.astimezone(UTC), needed, there)]


@pytest.mark.parametrize("begins", [MONDAY, date(2026, 10, 5), date(2026, 3, 9), date(2026, 12, 9)])
@pytest.mark.parametrize("days", [10, 28])
def test_a_clean_roster_has_no_gap_and_breaks_nothing(begins: date, days: int) -> None:
    checked = check(a_clean_roster(begins, days))
    assert not checked.gaps
    assert not checked.short_of_desired
    assert not checked.broken
    assert checked.uncovered_minutes == 0
    assert checked.people == 21


def test_the_trial_in_which_a_solver_said_feasible_and_192_half_hours_were_uncovered() -> None:
    """Two units of six: nobody late, and on call from 22:00 only. From 16:00 to 22:00 of eight days nobody is there."""
    days, six = [MONDAY + timedelta(days=n) for n in range(8)], timedelta(hours=6)
    people, duties, units = [], [], []
    for unit in ("support", "protection"):
        people += [person(f"{unit}:{n}", unit=unit) for n in range(6)]
        for day in days:
            on = day.toordinal() % 6
            duties.append(duty(f"{unit}:{on}", day, "07:00", "16:00", unit=unit))
            duties.append(duty(f"{unit}:{(on + 3) % 6}", day, "22:00", "07:00", unit=unit, kind="on_call"))
        needs = [need("07:00", "16:00", 1), need("16:00", "07:00", 1, call=True)]
        units.append({"key": unit, "name": unit, "needs": needs})
    checked = check(a_document(people, duties, units=units, ends=(MONDAY + timedelta(days=8)).isoformat()))
    assert checked.uncovered_minutes == 192 * 30
    assert len(checked.gaps) == 2 * 8
    assert {(one.ends - one.begins, one.call, one.needed, one.there) for one in checked.gaps} == {(six, True, 1, 0)}


@pytest.mark.parametrize("away", ["leave", "court", "training"])
def test_who_is_away_gives_no_cover_whatever_stands_for_them(away: str) -> None:
    """One officer too few while somebody who is on leave, at court or at training stands on the roster."""
    document = a_clean_roster()
    officer = on_tour(document, "E", MONDAY)[0]
    assert not check(document).gaps
    if away == "leave":
        someone(document, officer)["leave"] = [MONDAY.isoformat()]
    else:
        document["duties"].append(duty(officer, MONDAY, "17:00", "18:00", kind=away))
    assert {(gap.needed, gap.there) for gap in check(document).gaps if not gap.skill} == {(2, 1)}


def a_duty_removed(document: Document) -> Found:
    drop(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 1)


def two_duties_removed(document: Document) -> Found:
    second, other = on_tour(document, "N", TUESDAY)[1], on_tour(document, "L", TUESDAY)[1]
    drop(document, second, TUESDAY, "22:00")
    drop(document, other, TUESDAY, "15:00")
    wednesday = TUESDAY + timedelta(days=1)
    early = a_gap(at(TUESDAY, "16:00"), at(TUESDAY, "22:00"), 2, 1)
    return early + a_gap(at(TUESDAY, "24:00"), at(wednesday, "07:00"), 2, 1)


def neighbours_in_time_are_one_gap(document: Document) -> Found:
    drop(document, on_tour(document, "N", MONDAY)[1], MONDAY, "22:00")
    drop(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")
    return a_gap(at(MONDAY, "24:00"), at(TUESDAY, "15:00"), 2, 1)


def the_end_cut_by_a_minute(document: Document) -> Found:
    night = find(document, on_tour(document, "N", MONDAY)[1], MONDAY, "22:00")
    night["ends"] = at(TUESDAY, "06:59").isoformat()
    return a_gap(at(TUESDAY, "06:59"), at(TUESDAY, "07:00"), 2, 1)


def begun_a_minute_late(document: Document) -> Found:
    early = find(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")
    early["begins"] = at(TUESDAY, "07:01").isoformat()
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "07:01"), 2, 1)


def a_skill_expired_the_day_before(document: Document) -> Found:
    thursday = TUESDAY + timedelta(days=2)
    document["cover"]["special"] += [special(day, "10:00", "12:00", 1, skill="rider") for day in (TUESDAY, thursday)]
    for day, until in ((TUESDAY, MONDAY), (thursday, thursday)):
        someone(document, on_tour(document, "E", day)[1])["skills"] = {"rider": until.isoformat()}
    return a_gap(at(TUESDAY, "10:00"), at(TUESDAY, "12:00"), 1, 0, skill="rider")


def only_a_special_there(document: Document) -> Found:
    lost = drop(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")
    document["duties"].append(lost | {"officer": "special:1"})
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 1)


def on_call_ends_a_minute_early(document: Document) -> Found:
    saturday = MONDAY + timedelta(days=5)
    begins = at(saturday, "07:00").isoformat()
    call = next(one for one in document["duties"] if one["kind"] == "on_call" and one["begins"] == begins)
    sunday = saturday + timedelta(days=1)
    call["ends"] = at(sunday, "06:59").isoformat()
    return a_gap(at(sunday, "06:59"), at(sunday, "07:00"), 1, 0, "office_0", call=True)


def unfit(document: Document) -> Found:
    someone(document, on_tour(document, "N", TUESDAY)[1])["unfit"] = [TUESDAY.isoformat()]
    return a_gap(at(TUESDAY, "24:00"), at(TUESDAY + timedelta(days=1), "07:00"), 2, 1)


def the_last_night_missing(document: Document) -> Found:
    drop(document, on_tour(document, "N", LAST)[1], LAST, "22:00")
    return a_gap(at(LAST, "24:00"), at(LAST + timedelta(days=1), "07:00"), 2, 1)


def the_first_minutes(document: Document) -> Found:
    early = find(document, on_tour(document, "E", MONDAY)[1], MONDAY, "07:00")
    early["begins"] = at(MONDAY, "07:04").isoformat()
    return a_gap(at(MONDAY, "07:00"), at(MONDAY, "07:04"), 2, 1)


def a_special_day(document: Document) -> Found:
    eve = date(2026, 12, 31)
    document["cover"]["special"].append(special(eve, "21:00", "03:00", 3))
    new_year = eve + timedelta(days=1)
    return a_gap(at(eve, "21:00"), at(eve, "22:00"), 3, 2) + a_gap(at(eve, "24:00"), at(new_year, "03:00"), 3, 2)


def at_court_or_training(document: Document) -> Found:
    one, other = on_tour(document, "E", TUESDAY)
    find(document, other, TUESDAY, "07:00")["kind"] = "training"
    find(document, one, TUESDAY, "07:00")["kind"] = "court"
    sergeants = a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 1, 0, skill="sergeant")
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 0) + sergeants


def on_call_is_not_on_duty(document: Document) -> Found:
    find(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")["kind"] = "on_call"
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 1)


def nobody_counts_twice(document: Document) -> Found:
    lost = drop(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")
    document["duties"].append(lost | {"officer": on_tour(document, "E", TUESDAY)[0]})
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 1)


def lent_to_another_unit(document: Document) -> Found:
    find(document, on_tour(document, "E", TUESDAY)[1], TUESDAY, "07:00")["unit"] = "office_0"
    return a_gap(at(TUESDAY, "07:00"), at(TUESDAY, "15:00"), 2, 1)


PLANTED = (
    a_duty_removed, two_duties_removed, neighbours_in_time_are_one_gap, the_end_cut_by_a_minute, begun_a_minute_late,
    a_skill_expired_the_day_before, only_a_special_there, on_call_ends_a_minute_early, unfit, the_last_night_missing,
    the_first_minutes, a_special_day, at_court_or_training, on_call_is_not_on_duty, nobody_counts_twice,
    lent_to_another_unit,
)  # fmt: skip


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_exactly_the_planted_gap_is_found(plant: Callable[[Document], Found]) -> None:
    document = a_clean_roster()
    expected = plant(document)
    checked = check(document)
    assert gaps(checked) == expected
    assert checked.uncovered_minutes == sum((gap[4] - gap[3]) // timedelta(minutes=1) for gap in expected)


@pytest.mark.parametrize(("saturday", "hours"), [(date(2026, 10, 24), 10), (date(2026, 3, 28), 8)])
def test_the_nights_on_which_the_clocks_change(saturday: date, hours: int) -> None:
    """R7: 22:00 to 07:00 is ten elapsed hours in October and eight in March; the late turn is there for two of them."""
    document = a_clean_roster(saturday - timedelta(days=12))
    for officer in on_tour(document, "N", saturday):
        drop(document, officer, saturday, "22:00")
    for officer in on_tour(document, "L", saturday):
        drop(document, officer, saturday, "15:00")
    sunday = saturday + timedelta(days=1)
    nobody = [gap for gap in check(document).gaps if not gap.skill]
    assert [(gap.begins, gap.ends) for gap in nobody] == [(at(saturday, "16:00"), at(sunday, "07:00"))]
    assert nobody[0].minutes == 60 * (6 + hours)


def test_an_hour_that_comes_twice_needs_people_twice() -> None:
    """Whoever leaves at two o'clock summer time, as if the hour came once, leaves an hour uncovered."""
    saturday, sunday = date(2026, 10, 24), date(2026, 10, 25)
    one = duty("a", saturday, "22:00", "07:00")
    one["ends"] = "2026-10-25T02:00:00+01:00"
    other = duty("b", sunday, "02:00", "07:00")
    unit = {"key": "response", "name": "Response", "needs": [need("22:00", "07:00", 1, days=[5])]}
    period = {"begins": "2026-10-24", "ends": "2026-10-25"}
    checked = check(a_document([person("a"), person("b")], [one, other], units=[unit], **period))
    assert [gap[3:5] for gap in gaps(checked)] == [
        (datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2026, 10, 25, 2, tzinfo=UTC))
    ]


def test_a_window_of_the_last_date_is_swept_past_the_end_of_the_period() -> None:
    unit = {"key": "response", "name": "Response", "needs": [need("22:00", "09:00", 1)]}
    one = duty("a", MONDAY, "22:00", "08:00")
    period = {"begins": MONDAY.isoformat(), "ends": TUESDAY.isoformat()}
    before = duty("a", EVE, "22:00", "09:00")
    checked = check(a_document([person("a")], [one], units=[unit], history=[before], **period))
    assert gaps(checked) == a_gap(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), 1, 0)
    assert checked.minutes == 26 * 60


def test_a_window_that_reaches_into_the_period_is_swept_and_history_covers_it() -> None:
    unit = {"key": "response", "name": "Response", "needs": [need("22:00", "09:00", 1, days=[6])]}
    period = {"begins": MONDAY.isoformat(), "ends": TUESDAY.isoformat()}
    document = a_document([person("a")], [], units=[unit], history=[duty("a", EVE, "22:00", "08:30")], **period)
    assert gaps(check(document)) == a_gap(at(MONDAY, "08:30"), at(MONDAY, "09:00"), 1, 0)
    document["history"] = []
    assert gaps(check(document)) == a_gap(at(MONDAY, "07:00"), at(MONDAY, "09:00"), 1, 0)


def test_the_small_hours_before_the_period_ends_are_swept_and_no_more() -> None:
    """A window of the date on which the period ends is asked only up to the hour at which the force day begins."""
    unit = {"key": "response", "name": "Response", "needs": [need("05:00", "14:00", 1)]}
    period = {"begins": MONDAY.isoformat(), "ends": TUESDAY.isoformat()}
    checked = check(a_document([person("a")], [duty("a", MONDAY, "07:00", "14:00")], units=[unit], **period))
    assert gaps(checked) == a_gap(at(TUESDAY, "05:00"), at(TUESDAY, "07:00"), 1, 0)


def test_a_skill_holds_for_the_whole_window_that_begins_on_its_last_date() -> None:
    unit = {"key": "response", "name": "Response", "needs": [need("22:00", "07:00", 1, skill="taser")]}
    wednesday = TUESDAY + timedelta(days=1)
    period = {"begins": MONDAY.isoformat(), "ends": wednesday.isoformat()}
    nights = [duty("a", day, "22:00", "07:00") for day in (MONDAY, TUESDAY)]
    people = [person("a", skills={"taser": MONDAY.isoformat()})]
    checked = check(a_document(people, nights, units=[unit], **period))
    assert gaps(checked) == a_gap(at(TUESDAY, "22:00"), at(wednesday, "07:00"), 1, 0, skill="taser")


def test_what_is_short_of_the_wish_stands_apart_and_specials_help() -> None:
    document = a_clean_roster()
    document["cover"]["units"][0]["needs"][0]["desired"] = 3
    lost = find(document, on_tour(document, "E", TUESDAY)[0], TUESDAY, "07:00")
    document["duties"].append(lost | {"officer": "special:1"})
    checked = check(document)
    assert not checked.gaps
    assert len(checked.short_of_desired) == 27
    assert (checked.short_of_desired[0].needed, checked.short_of_desired[0].there) == (3, 2)
    assert at(TUESDAY, "07:00") not in {short.begins for short in checked.short_of_desired}


def test_a_unit_that_needs_someone_and_has_nobody() -> None:
    unit = {"key": "cells", "name": "Cells", "needs": [need("07:00", "07:00", 1, desired=2)]}
    checked = check(a_document([], [], units=[unit]))
    assert gaps(checked) == a_gap(at(MONDAY, "07:00"), at(LAST + timedelta(days=1), "07:00"), 1, 0, "cells")
    assert [short.needed for short in checked.short_of_desired] == [2]
    assert checked.uncovered_minutes == checked.minutes == 28 * 1440


def test_a_duty_that_runs_into_a_day_unfit_gives_no_cover_at_all() -> None:
    unit = {"key": "response", "name": "Response", "needs": [need("22:00", "07:00", 1, days=[0])]}
    people = [person("a", unfit=[TUESDAY.isoformat()])]
    checked = check(a_document(people, [duty("a", MONDAY, "22:00", "07:01")], units=[unit], ends="2026-12-09"))
    assert gaps(checked) == a_gap(at(MONDAY, "22:00"), at(TUESDAY, "07:00"), 1, 0)
    kept = check(a_document(people, [duty("a", MONDAY, "22:00", "07:00")], units=[unit], ends="2026-12-09"))
    assert not kept.gaps


def test_of_two_needs_equally_short_the_greater_stands() -> None:
    """The window of Tuesday no longer finds the skill that the night from Monday still holds."""
    needs = [need("00:00", "07:00", 1, skill="taser", days=[1]), need("22:00", "07:00", 2, skill="taser", days=[0])]
    unit = {"key": "response", "name": "Response", "needs": needs}
    people = [person("a", skills={"taser": MONDAY.isoformat()})]
    night = duty("a", MONDAY, "22:00", "07:00")
    checked = check(a_document(people, [night], units=[unit], ends=TUESDAY.isoformat()))
    assert gaps(checked) == a_gap(at(MONDAY, "22:00"), at(TUESDAY, "07:00"), 2, 1, skill="taser")
