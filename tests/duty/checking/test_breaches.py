"""Every rule has an example that breaks it, and it alone, and one that just keeps it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from bluelamp.duty.checking.breaches import RULES
from bluelamp.duty.checking.check import check
from tests.duty.checking.published import MONDAY, Document, a_document, at, duty, law, person

DAY, LATE, NIGHT = ("07:00", "15:00"), ("15:00", "24:00"), ("22:00", "07:00")


def on(number: int, begins: str, ends: str, **other: Any) -> Document:
    """A duty of PC a on that day of the period, 0 for its first Monday."""
    return duty("a", MONDAY + timedelta(days=number), begins, ends, **other)


def many(numbers: Iterable[int], times: tuple[str, str] = DAY, **other: Any) -> list[Document]:
    return [on(number, *times, **other) for number in numbers]


def roster(
    *duties: Document,
    history: Iterable[Document] = (),
    rules: Document | None = None,
    holidays: list[str] | None = None,
    beside: Iterable[Document] = (),
    asks: str = "",
    **who: Any,
) -> Document:
    other: Document = {} if holidays is None else {"public_holidays": holidays}
    other |= {"units": [{"key": "response", "name": "Response", "asks": asks}]} if asks else {}
    return a_document(
        [person("a", **who), *beside], list(duties), history=list(history), law=law() | (rules or {}), **other
    )


def calls(*numbers: int) -> list[Document]:
    return many(numbers, ("16:00", "07:00"), kind="on_call")


def value(key: str, number: int) -> Document:
    return {key: law()[key] | {"value": number}}


def day(number: int) -> str:
    return (MONDAY + timedelta(days=number)).isoformat()


def special(status: str, until: str | None = None, **other: Any) -> Document:
    """What a special's line holds; `until`: the last day of officer safety."""
    return {"patrol": status, "counts": False, "skills": {"officer_safety": until, "first_aid": None}} | other


def by(officer: str, number: int, begins: str, ends: str, **other: Any) -> Document:
    return on(number, begins, ends, **other) | {"officer": officer}


TUTOR = [person("b")]
LONG_DAYS = many((n for n in range(28) if n % 7 < 4), ("07:00", "19:00"))
CHRISTMAS = ["2026-12-25", "2026-12-26", "2026-12-28", "2027-01-01"]
TWENTY = [*range(6), *range(7, 13), *range(14, 20), 21, 22]

BROKEN = {
    "known officer and unit": [
        roster(duty("b", MONDAY, *DAY)),
        roster(on(0, *DAY, unit="traffic")),
    ],
    "ends after it begins": [
        roster(on(0, "07:00", "15:00") | {"ends": at(MONDAY, "07:00").isoformat()}),
        roster(history=[on(-3, "07:00", "15:00") | {"ends": at(MONDAY - timedelta(days=3), "06:00").isoformat()}]),
    ],
    "begins in the period": [
        roster(on(0, "06:59", "15:00")),
        roster(on(28, "07:00", "15:00")),
        roster(history=[on(0, "07:00", "15:00")]),
    ],
    "one place at a time": [
        roster(on(0, *DAY), on(0, "14:59", "16:00", kind="court")),
        roster(on(0, *DAY), on(0, *DAY)),
        roster(on(0, "07:00", "08:00", kind="training"), history=[on(-1, "23:00", "07:01")]),
    ],
    "rest between duties": [
        roster(on(0, "07:00", "20:01"), on(1, *DAY)),
        roster(on(0, "07:00", "12:00"), on(0, "22:59", "23:30", kind="court")),
        roster(on(0, *DAY), history=[on(-1, *LATE)]),
    ],
    "days in a row": [roster(*many(range(7))), roster(*many(range(3)), history=many(range(-4, 0)))],
    "nights in a row": [roster(*many(range(5), NIGHT)), roster(on(0, *NIGHT), history=many(range(-4, 0), NIGHT))],
    "rest after nights": [
        roster(*many((0, 1), NIGHT), on(4, "06:59", "15:00")),
        roster(*many((0, 1), NIGHT), on(3, *NIGHT)),
        roster(on(1, *DAY), history=many((-2, -1), NIGHT)),
    ],
    "rest days": [
        roster(*many([*TWENTY, 23])),
        roster(*many(TWENTY[:18]), history=many((-14, -7, -6, -5))),
    ],
    "weekends": [
        roster(*many((5, 12, 20, 26))),
        roster(on(5, *DAY), history=many((-2, -9, -16))),
    ],
    "public holidays": [
        roster(*many((18, 19, 25)), holidays=CHRISTMAS),
        roster(on(18, *DAY), history=many((-63, -62)), holidays=[day(-63), day(-62), day(18)]),
    ],
    "weekly hours": [roster(*LONG_DAYS[:-1], on(24, "07:00", "19:01"))],
    "eve of court": [
        roster(on(1, "12:00", "20:01"), court=[day(2)]),
        roster(on(1, *NIGHT), court=[day(2)]),
        roster(on(2, "00:30", "06:30"), court=[day(2)]),
        roster(court=[day(0)], history=[on(-1, *LATE)]),
    ],
    "leave": [
        roster(on(1, "22:00", "07:00"), leave=[day(2)]),  # the night ends on the morning of the leave
        roster(on(2, "15:00", "16:00", kind="training"), leave=[day(2)]),
        roster(*calls(2), leave=[day(2)]),
        roster(leave=[day(0)], history=[on(-1, "22:00", "07:01")]),
    ],
    "call in 28 days": [
        roster(*calls(0, 2, 4, 6, 8, 10, 12, 27)),
        roster(*calls(0), history=calls(-27, -25, -23, -21, -19, -17, -15)),
    ],
    "call in a row": [
        roster(*calls(0, 1, 2, 3)),
        roster(*calls(0, 1), history=calls(-2, -1)),
        roster(on(0, *DAY, kind="on_call") | {"ends": at(MONDAY + timedelta(days=3), "07:01").isoformat()}),
    ],
    "call beside a night": [
        roster(on(0, *NIGHT), on(1, "07:00", "12:00", kind="on_call")),
        roster(on(0, "16:00", "23:00", kind="on_call"), on(0, *NIGHT)),
        roster(on(0, "16:00", "22:00", kind="on_call"), on(0, *NIGHT)),
    ],
    "no nights": [roster(on(0, *NIGHT), no_nights=True)],
    "skill in date": [
        roster(on(2, *DAY), asks="custody", skills={"custody": day(1)}),
        roster(*calls(2), asks="custody"),
        roster(on(2, *DAY), **special("independent", day(1))),
        roster(on(2, *DAY), **special("independent", skills={"officer_safety": None})),
    ],
    "on patrol": [roster(on(2, *DAY), **special("training"))],
    "accompanied": [
        roster(on(2, *DAY), **special("accompanied")),
        # From 14:00 on nobody is beside them; a directed special is not the officer who is asked for.
        roster(on(2, *DAY), by("b", 2, "07:00", "14:00"), beside=TUTOR, **special("accompanied")),
        roster(on(2, *DAY), by("b", 2, *DAY), beside=[person("b", **special("directed"))], **special("accompanied")),
        roster(on(2, *DAY), by("b", 2, *DAY), beside=[person("b", unfit=[day(2)])], **special("accompanied")),
        roster(on(2, *DAY), by("b", 2, *DAY, kind="training"), beside=TUTOR, **special("accompanied")),
    ],
}

KEPT = {
    "known officer and unit": [roster(on(0, *DAY), history=[duty("gone", MONDAY - timedelta(days=2), *DAY)])],
    "ends after it begins": [roster(on(0, "07:00", "07:01"))],
    "begins in the period": [
        roster(on(0, "07:00", "15:00")),
        roster(on(28, "06:59", "15:00")),
        roster(history=[on(0, "06:59", "15:00")]),
    ],
    "one place at a time": [
        roster(on(0, *DAY), on(0, "15:00", "16:00", kind="court"), rules=value("rest.between_duties", 0)),
        roster(on(0, *DAY), on(0, "14:59", "16:00", kind="on_call")),
        roster(history=many((-3, -3))),
    ],
    "rest between duties": [
        roster(on(0, "07:00", "20:00"), on(1, *DAY)),
        roster(on(0, *DAY), history=[on(-1, "15:00", "20:00"), on(-2, *LATE), on(-1, "07:00", "12:00")]),
    ],
    "days in a row": [roster(*many(range(6))), roster(*many([*range(6), 7])), roster(history=many(range(-9, 0)))],
    "nights in a row": [roster(*many(range(4), NIGHT)), roster(*many(range(5), ("18:00", "01:59")))],
    "rest after nights": [
        roster(*many((0, 1), NIGHT), on(4, *DAY)),
        roster(on(0, *NIGHT), on(2, *DAY)),
        roster(on(2, *DAY), history=many((-2, -1), NIGHT)),
        roster(history=[*many((-6, -5), NIGHT), on(-3, *DAY)]),
    ],
    "rest days": [
        roster(*many(TWENTY)),
        roster(history=many(n - 35 for n in (*TWENTY, 23))),
        roster(*many(TWENTY[:18]), history=many((-14, -7, -6))),
        roster(*many(TWENTY[:18]), history=many((-6, -5, -4))),  # the four weeks from day -7 are not all known
    ],
    "weekends": [
        roster(*many((5, 6, 12, 20))),
        roster(*many((11, 12)), history=many((-2, -9))),
        roster(history=many((-2, -9, -16, -23))),
    ],
    "public holidays": [
        roster(*many((18, 25)), holidays=CHRISTMAS),
        roster(on(18, *DAY), history=many((-73, -62)), holidays=[day(-73), day(-62), day(18)]),  # 13 weeks are 91 days
    ],
    "weekly hours": [
        roster(*LONG_DAYS),
        roster(history=many((-7, -6, -5, -4), ("07:00", "20:00")), rules=value("hours.over_weeks", 1)),
    ],
    "eve of court": [
        roster(on(1, "12:00", "20:00"), on(2, "09:00", "21:00", kind="court"), court=[day(2)]),
        roster(on(0, *NIGHT), court=[day(2)]),
        roster(court=[day(-3)], history=[on(-4, *LATE)]),
    ],
    "leave": [
        roster(on(1, "15:00", "24:00"), on(3, *DAY), leave=[day(2)]),
        roster(leave=[day(-3)], history=[on(-3, *DAY)]),
    ],
    "call in 28 days": [
        roster(*calls(0, 2, 4, 6, 8, 10, 12)),
        roster(*calls(1), history=calls(-27, -25, -23, -21, -19, -17, -15)),
        roster(history=calls(-27, -25, -23, -21, -19, -17, -15, -13)),
    ],
    "call in a row": [roster(*calls(0, 1, 2, 4))],
    "call beside a night": [
        roster(on(0, *NIGHT), on(1, "07:01", "12:00", kind="on_call")),
        roster(on(0, *LATE), on(0, "22:00", "07:00", kind="on_call")),
        roster(history=[on(-3, *NIGHT), on(-3, *NIGHT, kind="on_call")]),
    ],
    "no nights": [
        roster(on(0, *LATE), *calls(2), no_nights=True),
        roster(on(0, *NIGHT)),
        roster(history=[on(-3, *NIGHT)], no_nights=True),
    ],
    "skill in date": [
        roster(on(2, *DAY), *calls(4), asks="custody", skills={"custody": day(4)}),
        roster(on(2, *DAY, kind="training"), asks="custody"),
        roster(history=[on(-2, *DAY)], asks="custody"),
        roster(on(2, *DAY), **special("independent", day(2))),
    ],
    "on patrol": [
        roster(on(2, *DAY, kind="training"), **special("training")),
        roster(on(2, *DAY), **special("directed")),
    ],
    "accompanied": [
        roster(on(2, *DAY), by("b", 2, "06:00", "15:00"), beside=TUTOR, **special("accompanied")),
        roster(on(2, *DAY), by("b", 2, *DAY), beside=[person("b", **special("independent"))], **special("accompanied")),
    ],
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_broken_by_its_examples_alone(name: str) -> None:
    assert BROKEN.get(name), f"{name} has no example that breaks it"
    for document in BROKEN[name]:
        broken = check(document).broken
        assert {one.rule for one in broken} == {name}
        assert all(one.words and one.source and one.at.tzinfo for one in broken)
        assert all(one.hard is (name not in ("weekends", "public holidays")) for one in broken)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_just_kept_by_its_examples(name: str) -> None:
    assert KEPT.get(name), f"{name} has no example that just keeps it"
    for document in KEPT[name]:
        assert not check(document).broken


def test_there_are_examples_of_no_other_rule() -> None:
    assert set(BROKEN) == set(KEPT) == set(RULES)


def test_the_minutes_an_accompanied_special_is_alone_are_those_of_the_rule() -> None:
    """From 14:00, when the officer beside them goes off, to the end of their own duty."""
    document = roster(on(2, *DAY), by("b", 2, "07:00", "14:00"), beside=TUTOR, **special("accompanied"))
    (alone,) = check(document).alone
    wednesday = MONDAY + timedelta(days=2)
    assert (alone.begins, alone.ends) == (at(wednesday, "14:00"), at(wednesday, DAY[1]))
    assert (alone.needed, alone.there, alone.skill) == (1, 0, "beside_special")
    assert all(check(one).alone for one in BROKEN["accompanied"])
    assert not any(check(one).alone for one in KEPT["accompanied"])


def test_two_accompanied_specials_are_not_beside_one_officer() -> None:
    both = [person("b"), person("c", **special("accompanied"))]
    document = roster(on(2, *DAY), by("b", 2, *DAY), by("c", 2, *DAY), beside=both, **special("accompanied"))
    assert [(one.rule, one.officer) for one in check(document).broken] == [("accompanied", "a"), ("accompanied", "c")]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_broken_once_by_its_first_example(name: str) -> None:
    assert len(check(BROKEN[name][0]).broken) == 1


def test_a_breach_says_who_when_and_by_which_law() -> None:
    [broken] = check(roster(on(0, "07:00", "20:01"), on(1, *DAY))).broken
    assert broken.officer == "a"
    assert broken.at == at(MONDAY + timedelta(days=1), "07:00")
    off = "has 10 hours 59 minutes off between 20:01 on 7 December 2026 and 07:00 on 8 December 2026"
    assert broken.words == f"PC a {off}, 11 hours at least"
    assert broken.source.startswith("Working Time Regulations 1998 reg. 10(1)")


def test_rest_counts_from_the_last_end_also_where_duties_overlap() -> None:
    broken = check(roster(on(0, "07:00", "21:00"), on(0, "08:00", "09:00"), on(1, "07:59", "15:00"))).broken
    assert [one.rule for one in broken] == ["one place at a time", "rest between duties"]


def test_a_short_duty_inside_a_long_one_does_not_hide_the_next() -> None:
    broken = check(roster(on(0, *DAY), on(0, "08:00", "09:00"), on(0, "14:00", "16:00"))).broken
    assert [(one.rule, one.at.hour) for one in broken] == [("one place at a time", 8), ("one place at a time", 14)]


def test_hours_are_averaged_over_as_many_weeks_as_the_law_says() -> None:
    """Two weeks of 96 hours each beside two of none: kept over four weeks, broken over two, and over one."""
    duties = many((0, 1, 2, 3, 7, 8, 9, 10), ("07:00", "20:00"))
    assert not check(roster(*duties)).broken
    [broken] = check(roster(*duties, rules=value("hours.over_weeks", 1))).broken
    assert "52.00 hours a week on average over 7 days from 7 December 2026, 48 at most" in broken.words


def test_rest_and_nights_are_elapsed_time_when_the_clocks_change() -> None:
    """R7: from 20:00 to 07:00 is ten hours in the night to 29 March 2026, and twelve in that to 25 October."""
    for saturday, broken in ((date(2026, 3, 28), ["rest between duties"]), (date(2026, 10, 24), [])):
        pair = [duty("a", saturday, "12:00", "20:00"), duty("a", saturday + timedelta(days=1), "07:00", "12:00")]
        period = {"begins": saturday.isoformat(), "ends": (saturday + timedelta(days=2)).isoformat()}
        assert [one.rule for one in check(a_document([person("a")], pair, **period)).broken] == broken


def test_a_night_is_one_by_the_hours_of_night_time_in_it() -> None:
    """Three hours of 23:00 to 06:00, at either end."""
    for times, nights in ((("18:00", "02:00"), True), (("18:00", "01:59"), False), (("03:00", "10:00"), True)):
        found = {one.rule for one in check(roster(*many(range(1, 6), times))).broken}
        assert ("nights in a row" in found) is nights
