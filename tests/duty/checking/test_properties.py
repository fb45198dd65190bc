"""What holds for every roster: small random ones, counted again minute by minute, thinned out and moved."""

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bluelamp.duty.checking.check import Checked, check
from bluelamp.duty.checking.fields import RosterDocumentError
from bluelamp.duty.checking.minutes import Shortfall
from tests.duty.checking.published import LONDON, Document, a_document, at, need, person, special

MINUTE = timedelta(minutes=1)
WINTER = date(2026, 11, 9)
UNITS, SKILLS = ("response", "cells"), ("", "taser")
HOURS = ["00:00", "05:00", "07:00", "08:00", "13:30", "22:00", "23:00"]
KINDS = st.sampled_from(["duty"] * 4 + ["on_call", "court", "training"])
Group = tuple[str, str, bool]


def _days(first: date) -> st.SearchStrategy[date]:
    return st.integers(-2, 3).map(lambda n: first + timedelta(days=n))


def _numbers() -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda two: (min(two), max(two)))


@st.composite
def _need(draw: st.DrawFn) -> Document:
    least, desired = draw(_numbers())
    skill, call = draw(st.sampled_from(SKILLS)), draw(st.booleans())
    window = draw(st.sampled_from(HOURS)), draw(st.sampled_from([*HOURS, "24:00"]))
    weekdays = draw(st.lists(st.integers(0, 6), min_size=3, max_size=7, unique=True))
    return need(*window, least, desired=desired, skill=skill, call=call, days=weekdays)


@st.composite
def _special(draw: st.DrawFn, first: date, last: date) -> Document:
    plain = draw(_need())
    day = draw(st.dates(first - timedelta(days=1), last))
    other = {name: plain[name] for name in ("desired", "skill", "call")}
    return special(day, plain["from"], plain["to"], plain["least"], unit=draw(st.sampled_from(UNITS)), **other)


@st.composite
def _person(draw: st.DrawFn, number: int, first: date) -> Document:
    until = draw(st.none() | _days(first).map(date.isoformat))
    skills = {"taser": until} if draw(st.booleans()) else {}
    unfit = [day.isoformat() for day in draw(st.lists(_days(first), max_size=1))]
    return person(f"officer:{number}", counts=draw(st.booleans()), skills=skills, unfit=unfit,
                  inside_only=draw(st.booleans()), patrol=draw(st.sampled_from(["", "", "accompanied"])))  # fmt: skip


@st.composite
def _duty(draw: st.DrawFn, first: datetime, minutes: tuple[int, int]) -> Document:
    begins = first + draw(st.integers(*minutes)) * MINUTE
    ends = begins + draw(st.integers(1, 900)) * MINUTE
    officer, unit = f"officer:{draw(st.integers(1, 4))}", draw(st.sampled_from(UNITS))
    when = {"begins": begins.isoformat(), "ends": ends.isoformat()}
    return {"officer": officer, "unit": unit, "kind": draw(KINDS), **when}


@st.composite
def rosters(draw: st.DrawFn, starts: tuple[date, ...] = (WINTER, date(2026, 10, 24), date(2026, 3, 28))) -> Document:
    """One or two days, up to three people (a fourth is unknown) and eight duties."""
    first = draw(st.sampled_from(starts))
    last = first + timedelta(days=draw(st.integers(1, 2)))
    start = at(first, "07:00").astimezone(UTC)
    units = [
        {"key": unit, "name": unit, "outside": draw(st.booleans()), "asks": "",
         "needs": draw(st.lists(_need(), max_size=2))} for unit in UNITS
    ]  # fmt: skip
    return a_document(
        [draw(_person(number, first)) for number in (1, 2, 3)],
        draw(st.lists(_duty(start, (0, 2800)), max_size=6)),
        units=units,
        history=draw(st.lists(_duty(start, (-2000, -1)), max_size=2)),
        cover={"units": units, "special": draw(st.lists(_special(first, last), max_size=2))},
        begins=first.isoformat(),
        ends=last.isoformat(),
    )


def by_minute(found: tuple[Shortfall, ...]) -> dict[tuple[Group, datetime], tuple[int, int]]:
    counted = {}
    for one in found:
        for n in range(one.minutes):
            key = (one.unit, one.skill, one.call), one.begins + n * MINUTE
            assert key not in counted
            counted[key] = one.needed, one.there
    return counted


def _wanted(document: Document) -> Iterator[tuple[Group, Document, date]]:
    """Every need on every date on which it may begin."""
    first, last = date.fromisoformat(document["begins"]), date.fromisoformat(document["ends"])
    for n in range(-1, (last - first).days + 1):
        day = first + timedelta(days=n)
        for unit in document["cover"]["units"]:
            for one in unit["needs"]:
                if day.weekday() in one["days"]:
                    yield (unit["key"], one["skill"], one["call"]), one, day
        for one in document["cover"]["special"]:
            if one["date"] == day.isoformat():
                yield (one["unit"], one["skill"], one["call"]), one, day


def _is_asked(document: Document, one: Document, day: date, minute: datetime) -> bool:
    """By what the clock on the wall shows, as the people who read the need see it."""
    ends = date.fromisoformat(document["ends"])
    shown = minute.astimezone(LONDON).isoformat(" ", "minutes")[:16]
    last = day if one["to"] > one["from"] else day + timedelta(days=1)
    inside = f"{day} {one['from']}" <= shown < f"{last} {one['to']}"
    return inside and (minute < at(ends, "07:00") or day < ends)


def _is_there(document: Document, who: Document, group: Group, day: date, minute: datetime) -> bool:
    unit, skill, call = group
    if skill and (skill not in who["skills"] or (who["skills"][skill] or "9999") < day.isoformat()):
        return False
    kinds = ("on_call",) if call else ("duty",)
    for duty in document["duties"] + document["history"]:
        if (duty["officer"], duty["unit"]) == (who["officer"], unit) and duty["kind"] in kinds:
            begins, ends = datetime.fromisoformat(duty["begins"]), datetime.fromisoformat(duty["ends"])
            if begins <= minute < ends and not _is_away(who, begins, ends) and (call or not _elsewhere(document, duty)):
                return True
    return False


def _elsewhere(document: Document, duty: Document) -> bool:
    """Whether the officer is at court or at training on the force day on which the duty begins."""
    return any(
        (one["officer"], _force_day(one)) == (duty["officer"], _force_day(duty))
        for one in document["duties"] + document["history"] if one["kind"] in ("court", "training")
    )  # fmt: skip


def _force_day(duty: Document) -> date:
    return (datetime.fromisoformat(duty["begins"]).astimezone(LONDON).replace(tzinfo=None) - timedelta(hours=7)).date()


def _is_away(who: Document, begins: datetime, ends: datetime) -> bool:
    for text in who["unfit"] + who["leave"]:
        day = date.fromisoformat(text)
        if begins < at(day + timedelta(days=1), "07:00").astimezone(UTC) and ends > at(day, "07:00").astimezone(UTC):
            return True
    return False


def counted_again(document: Document, number: str) -> dict[tuple[Group, datetime], tuple[int, int]]:
    """Minute by minute and head by head; `number` is least or desired. Of two needs at once the worse one stands."""
    short: dict[tuple[Group, datetime], tuple[int, int]] = {}
    begins, ends = date.fromisoformat(document["begins"]), date.fromisoformat(document["ends"])
    first = at(begins, "07:00").astimezone(UTC)
    needs = [wanted for wanted in _wanted(document) if wanted[1][number]]
    for n in range(((ends - begins).days + 1) * 1440):  # no window of the last date goes on for a day
        minute = first + n * MINUTE
        for group, one, day in needs:
            if not _is_asked(document, one, day, minute):
                continue
            people = [who for who in document["people"] if _is_one(document, who, group[0], number)]
            there = sum(_is_there(document, who, group, day, minute) for who in people)
            if there < one[number]:
                worse = short.get((group, minute), (0, 0)), (one[number], there)
                short[group, minute] = max(worse, key=lambda two: (two[0] - two[1], two[0]))
    return short


def _is_one(document: Document, who: Document, unit: str, number: str) -> bool:
    """An accompanied special is one with the officer beside them; who stays inside is none where work is outside."""
    outside = next(one["outside"] for one in document["cover"]["units"] if one["key"] == unit)
    counts = number == "desired" or (who["counts"] and not (outside and who["inside_only"]))
    return counts and who["patrol"] != "accompanied"


@settings(deadline=None, max_examples=50)
@given(rosters())
def test_a_count_minute_by_minute_agrees(document: Document) -> None:
    checked = check(document)
    assert by_minute(checked.gaps) == counted_again(document, "least")
    assert by_minute(checked.short_of_desired) == counted_again(document, "desired")


@settings(deadline=None, max_examples=100)
@given(rosters(), st.data())
def test_without_a_duty_no_fewer_minutes_are_uncovered(document: Document, data: st.DataObject) -> None:
    before = check(document).uncovered_minutes
    for name in ("duties", "history"):
        for number, one in enumerate(document[name]):
            if one["kind"] in ("court", "training"):
                continue  # who is not at court after all may give cover
            thinner = deepcopy(document)
            del thinner[name][number]
            assert check(thinner).uncovered_minutes >= before


@settings(deadline=None, max_examples=100)
@given(rosters(starts=(WINTER,)), st.integers(1, 12))
def test_whole_weeks_later_everything_is_the_same(document: Document, weeks: int) -> None:
    """From November to February, between two clock changes."""
    later = timedelta(weeks=weeks)
    assert _found(check(_moved(document, later)), -later) == _found(check(document), timedelta())


JUNK = (
    st.none()
    | st.booleans()
    | st.integers(-1, 10**20)
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(
        [[], {}, "24:00", "9999-12-31", "0001-01-01T00:00:00Z", "2199-12-31T23:59:00+00:00", "1970-01-01T00:00+14:00"]
    )
)


@settings(deadline=None, max_examples=200)
@given(rosters(), JUNK, st.data())
def test_one_wrong_value_anywhere_is_refused_or_checked(document: Document, junk: Any, data: st.DataObject) -> None:
    """Never another error than the one that says where."""
    inside: Any = document
    while True:
        steps = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        step = data.draw(st.sampled_from(steps))
        if not isinstance(inside[step], dict | list) or not inside[step] or data.draw(st.integers(0, 9)) == 0:
            break
        inside = inside[step]
    inside[step] = junk
    with suppress(RosterDocumentError):
        assert check(document).minutes


def _found(checked: Checked, by: timedelta) -> Any:
    gaps = [
        [(one.unit, one.skill, one.call, one.begins + by, one.ends + by, one.needed, one.there) for one in found]
        for found in (checked.gaps, checked.short_of_desired)
    ]
    return gaps, [(one.rule, one.officer, one.at + by) for one in checked.broken], checked.minutes


def _moved(value: Any, by: timedelta) -> Any:
    """The same, with every date and every instant moved."""
    if isinstance(value, dict):
        return {key: _moved(one, by) for key, one in value.items()}
    if isinstance(value, list):
        return [_moved(one, by) for one in value]
    if isinstance(value, str) and value.startswith("20") and value.count("-") >= 2:
        whole = len(value) == 10
        return (date.fromisoformat(value) + by if whole else datetime.fromisoformat(value) + by).isoformat()
    return value
