"""Each rule of a roster by examples worked by hand: what keeps it, what breaks it, and both clock changes."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

import bluelamp
from bluelamp.deadlines.instants import LONDON
from bluelamp.deadlines.law import load
from bluelamp.duty.rules.duties import Able, Duty, Line, force_day, is_night
from bluelamp.duty.rules.rostering import RULES, breaches

LAW = load(Path(bluelamp.__file__).parent / "duty" / "law.toml")
MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
SHIFTS = {"E": (7, 16), "L": (15, 24), "N": (22, 31), "C": (7, 31), "d": (8, 18), "x": (6, 20)}
"""Early, late, night, on call from 7 to 7, a day of ten hours, one of fourteen."""


def at(day: date, hour: int) -> datetime:
    """That hour of the day by London's clocks; 31 is 7 the next morning."""
    return datetime.combine(day + (hour // 24) * DAY, time(hour % 24), tzinfo=LONDON)


def line(
    days: str, *, begins: date = MONDAY, leave: tuple[int, ...] = (), court: tuple[int, ...] = (), **able: object
) -> Line:
    """One letter for each day from a Monday on, "." for none."""
    duties = tuple(
        Duty(
            begins=at(begins + n * DAY, SHIFTS[one][0]),
            ends=at(begins + n * DAY, SHIFTS[one][1]),
            on_call=one == "C",
            unit="response",
        )
        for n, one in enumerate(days)
        if one != "."
    )
    off, at_court = (frozenset(begins + n * DAY for n in some) for some in (leave, court))
    return Line(
        officer="PC 1", begins=begins, ends=begins + len(days) * DAY, duties=duties, leave=off, court=at_court,
        able=Able(**able),  # type: ignore[arg-type]
    )  # fmt: skip


EXAMPLES: dict[str, tuple[list[Line], list[tuple[Line, str]]]] = {
    "rest_between_duties": (
        # Off at 16:00, on at 7:00: 15 h. Off at 24:00, on at 15:00: 15 h. The second night of the October change ends
        # at 7:00 as ever.
        [line("EE"), line("LL"), line("NN")],
        # Off at 24:00, on at 7:00: 7 h.
        [(line("LE"), "7 h of rest")],
    ),
    "days_in_a_row": ([line("EEEEEE..")], [(line("EEEEEEE."), "7 days worked in a row")]),
    "nights_in_a_row": ([line("NNNN...")], [(line("NNNNN.."), "5 nights in a row")]),
    "rest_after_nights": (
        # Off at 7:00 on Wednesday: 48 h end at 7:00 on Friday. One night alone needs no more than 11 h.
        [line("NN..E"), line("N.E")],
        # Back on Thursday at 7:00: 24 h.
        [(line("NN.E"), "off after 2 nights")],
    ),
    "rest_days": (
        [line("EEEEE.." * 4)],
        # 6 in a row and 1 off, four times: 4 rest days of the 8.
        [(line("EEEEEE." * 4), "4 rest days in the 28 days")],
    ),
    "weekends": (
        # Three of four Sundays worked.
        [line("......E" * 3 + ".......")],
        [(line("......E" * 4), "4 weekends worked in the four")],
    ),
    "public_holidays": (
        # Christmas Day and Boxing Day of 2026 (Friday and Saturday), and Good Friday 91 days, 13 weeks, after one.
        [line("EE......", begins=date(2026, 12, 25)), line("EE" + "." * 89 + "E", begins=date(2026, 12, 25))],
        # 25 and 26 December, and Monday the 28th as the substitute. 26 December, 1 January, Good Friday on day 90.
        [(line("EE.E", begins=date(2026, 12, 25)), "3 public holidays worked in 13 weeks with Mon 28 Dec 2026"),
         (line("E.....E" + "." * 83 + "E", begins=date(2026, 12, 26)), "with Fri 26 Mar 2027")],
    ),
    "weekly_hours": (
        # Five days of 9 h: 45 a week. Two of 14 h and two of 10 h: 48. Over seventeen weeks 48 h are 816.
        [line("EEEEE.." * 17), line("xxx...."), line("xxdd...")],
        # Five of 10 h: 50 a week. Four of 14 h in one week: 56.
        [(line("ddddd.." * 17), "50 h a week on average over 119 days"),
         (line("ddddE.."), "49 h a week on average"), (line("xxxx..."), "56 h a week on average")],
    ),
    "court_eve": (
        [line("E.", court=(1,)), line("L..", court=(2,))],
        # The late goes on to 24:00 on the eve, the night to 7:00 of the day itself.
        [(line("L.", court=(1,)), "eve of court"), (line("N.", court=(1,)), "eve of court")],
    ),
    "leave_is_free": (
        [line("E..", leave=(1, 2))],
        # A night that begins before the leave ends on it.
        [(line("EE", leave=(1,)), "a day of leave"), (line("N.", leave=(1,)), "On duty"),
         (line(".C.", leave=(2,)), "On call on")],
    ),
    "on_call_days": (
        [line("C...C...C...C...C...C...C...")],
        # The eighth is 21 days after the first.
        [(line("C..C..C..C..C..C..C..C......"), "8 days on call in the 28")],
    ),
    "on_call_in_a_row": ([line("CCC.C")], [(line("CCCC."), "4 days on call in a row")]),
    "call_beside_a_night": (
        # Call ends at 7:00, the night begins at 22:00; the night ends at 7:00, call begins at 7:00 of the next day.
        [line("CN"), line("N.C"), line("CE")],
        # The night ends as the call begins.
        [(line("NC"), "beside the night")],
    ),
    "no_nights": (
        [line("EL.C", no_nights=True), line("N")],
        [(line("E.N", no_nights=True), "A night from 22:00 Wed 4 Nov 2026: this officer works no nights.")],
    ),
    "skill_in_date": (
        # The last day counts; another unit's duties ask for nothing; a special's first aid does not run out.
        [line("E.E", asks={"response": "taser"}, skills={"taser": MONDAY + 2 * DAY}),
         line("E", asks={"cells": "taser"}),
         line("E", always=("first_aid",), skills={"first_aid": None})],
        [(line("E.E", asks={"response": "taser"}, skills={"taser": MONDAY + DAY}), "not in date on Wed 4 Nov 2026"),
         (line("C", asks={"response": "custody"}), "Training in custody is asked for"),
         (line("E", always=("first_aid",)), "First aid training is asked for")],
    ),
    "patrol_status": (
        [line("E", patrol="accompanied"), line("E")],
        [(line(".E", patrol="training"), "this special is not on patrol yet")],
    ),
}  # fmt: skip


def test_every_rule_has_examples_that_keep_it_and_that_break_it() -> None:
    assert set(EXAMPLES) == {rule.name for rule in RULES}
    assert all(kept and broken for kept, broken in EXAMPLES.values())


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_a_rule_finds_what_breaks_it_and_nothing_else(name: str) -> None:
    kept, broken = EXAMPLES[name]
    for one in kept:
        assert name not in {found.rule for found in breaches(one, LAW)}, one
    for one, words in broken:
        said = [found for found in breaches(one, LAW) if found.rule == name]
        assert any(words in found.words for found in said), said
        assert all(found.source and found.officer == "PC 1" for found in said)


def test_a_lawful_month_breaks_nothing() -> None:
    assert breaches(line("EELL.." + "." + "EEEE..." + "NNN...." + "LLLL..."), LAW) == []


def test_rest_is_counted_in_elapsed_hours_over_both_clock_changes() -> None:
    """Off at 21:00 and on at 8:00: 11 h on the clock. In October 12 have passed, in March 10."""
    for saturday, hours in ((date(2026, 10, 24), 12), (date(2026, 3, 28), 10)):
        duties = (Duty(begins=at(saturday, 12), ends=at(saturday, 21)),
                  Duty(begins=at(saturday + DAY, 8), ends=at(saturday + DAY, 16)))  # fmt: skip
        found = breaches(Line(officer="PC 1", begins=saturday, ends=saturday + 2 * DAY, duties=duties), LAW)
        assert [one.words for one in found if one.rule == "rest_between_duties"] == (
            [] if hours >= 11 else ["10 h of rest before 08:00 BST Sun 29 Mar 2026, 11 h at least."]
        )


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 24), 10), (date(2026, 3, 28), 8), (MONDAY, 9)])
def test_a_night_is_as_long_as_it_really_is(day: date, hours: int) -> None:
    assert line("N", begins=day).duties[0].length == timedelta(hours=hours)


def test_what_came_before_the_period_counts() -> None:
    """Three nights before the Monday and two from it on are five in a row."""
    before = line("....NNN" + "NN.....", begins=MONDAY - 7 * DAY)
    assert "nights_in_a_row" in {one.rule for one in breaches(before, LAW)}


@pytest.mark.parametrize(("hour", "day"), [(6, MONDAY - DAY), (7, MONDAY), (23, MONDAY)])
def test_the_force_day_begins_at_the_chief_officers_hour(hour: int, day: date) -> None:
    assert force_day(at(MONDAY, hour), LAW) == day


@pytest.mark.parametrize(("begins", "ends", "night"), [(22, 31, True), (15, 24, False), (4, 12, False), (3, 12, True),
                                                       (18, 26, True), (18, 25, False)])  # fmt: skip
def test_a_night_holds_three_hours_of_night_time(begins: int, ends: int, night: bool) -> None:
    """Night time is 23:00 to 6:00: 3:00 to 6:00 are three hours, 23:00 to 1:00 two."""
    assert is_night(Duty(begins=at(MONDAY, begins), ends=at(MONDAY, ends)), LAW) is night


@pytest.mark.parametrize("duties", [((9, 9),), ((9, 8),), ((7, 16), (15, 24))])
def test_what_cannot_be_is_refused(duties: tuple[tuple[int, int], ...]) -> None:
    made = tuple(Duty(begins=at(MONDAY, one), ends=at(MONDAY, other)) for one, other in duties)
    with pytest.raises(ValueError, match=r"ends after it begins|on two duties at once"):
        breaches(Line(officer="PC 1", begins=MONDAY, ends=MONDAY + DAY, duties=made), LAW)


@pytest.mark.parametrize("key", [rule.key for rule in RULES if LAW[rule.key].unit != "words"])
def test_another_number_changes_what_some_example_says(key: str) -> None:
    """A number that no example depends on would be a number nobody has tried."""
    every = [one for kept, _ in EXAMPLES.values() for one in kept]
    every += [one for _, broken in EXAMPLES.values() for one, _ in broken]
    said = [breaches(one, LAW) for one in every]
    others = (LAW.changed(key, LAW[key].number + step) for step in (-1, 1))
    assert all([breaches(one, other) for one in every] != said for other in others)
