"""Whether a swap may be made: every rule for both, the hours before it, like for like, and the cover."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load
from bluelamp.duty.rules.duties import Able, Duty, Line
from bluelamp.duty.rules.swapping import Exchange, Missing, Side, may_swap, worse

LAW = load(Path(__file__).resolve().parents[3] / "bluelamp" / "duty" / "law.toml")
MONDAY, DAY = date(2027, 1, 4), timedelta(days=1)
NOW = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
HOURS = {"E": (7, 16), "L": (15, 24), "N": (22, 31)}


def duty(day: int, shift: str, *, on_call: bool = False) -> Duty:
    first, last = HOURS[shift]
    ends = local(MONDAY + (day + last // 24) * DAY, time(last % 24))
    return Duty(begins=local(MONDAY + day * DAY, time(first)), ends=ends, on_call=on_call, unit="response")


def line(*duties: Duty, **more: object) -> Line:
    return Line(officer="PC 1", begins=MONDAY - 7 * DAY, ends=MONDAY + 21 * DAY, duties=duties, **more)  # type: ignore[arg-type]


def side(
    name: str, gives: Duty, takes: Duty, *others: Duty, leave: frozenset[date] = frozenset(),
    able: Able | None = None, **more: object,
) -> Side:  # fmt: skip
    held = {"leave": leave, "able": able or Able()}
    before, after = line(gives, *others, **held), line(takes, *others, **held)
    return Side(name=name, takes=takes, before=before, after=after, **more)  # type: ignore[arg-type]


def an_exchange(gives: Duty, takes: Duty, **more: object) -> Exchange:
    facts = {"giver": side("PC Ash", gives, takes), "taker": side("PC Bell", takes, gives), "units": ("response",) * 2}
    return Exchange(**{**facts, **more})  # type: ignore[arg-type]


EARLY, LATE = duty(2, "E"), duty(2, "L")
RAN_OUT = Able(skills={"custody": MONDAY + DAY}, asks={"response": "custody"})


def test_a_swap_that_keeps_every_rule_is_allowed() -> None:
    assert may_swap(an_exchange(EARLY, LATE), at=NOW, law=LAW).allowed


REFUSED = {
    "too late": ({}, EARLY.begins - timedelta(hours=11, minutes=59), "less than 12 h from now", "twelve hours"),
    "begun": ({}, EARLY.begins + timedelta(hours=1), "less than 12 h from now", "twelve hours"),
    "another unit": ({"units": ("response", "roads")}, NOW, "within one unit", "like for like"),
    "rest before it": ({"giver": side("PC Ash", LATE, EARLY, duty(1, "L"))}, NOW, "PC Ash: 7 h of rest", "reg. 10"),
    "rest after it": ({"taker": side("PC Bell", EARLY, LATE, duty(3, "E"))}, NOW, "PC Bell: 7 h of rest", "reg. 10"),
    "seven in a row": (
        {"giver": side("PC Ash", duty(9, "E"), duty(6, "E"), *(duty(n, "E") for n in range(6)))},
        NOW, "PC Ash: 7 days worked in a row", "days worked in a row",
    ),
    "away": ({"taker": side("PC Bell", EARLY, LATE, away=True)}, NOW, "PC Bell is away then.", "rostered"),
    "two at once": ({"giver": side("PC Ash", duty(4, "E"), LATE, EARLY)}, NOW, "another duty then", "One place"),
    "works already": ({"giver": side("PC Ash", EARLY, LATE, works_already=True)}, NOW, "another duty", "One place"),
    "no nights": (
        {"giver": side("PC Ash", EARLY, duty(2, "N"), able=Able(no_nights=True))},
        NOW, "PC Ash: a night from 22:00 Wed 6 Jan 2027: this officer works no nights.", "restricted duties",
    ),
    "a skill that ran out": (
        {"giver": side("PC Ash", EARLY, LATE, able=RAN_OUT)},
        NOW, "PC Ash: training in custody is asked for and not in date on Wed 6 Jan 2027.", "skills in date",
    ),
    "hours not offered": ({"giver": side("SC Day", EARLY, LATE, outside_offer=True)}, NOW, "did not offer", "offer"),
    "a gap": (
        {"after": [Missing(unit="Response", begins=EARLY.begins, ends=EARLY.ends, short=1, skill="sergeant")]},
        NOW, "Response would lack 1 of its sergeants, Wed 6 Jan 2027, 07:00 to 16:00.", "cover.toml",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_rule_and_its_source(name: str) -> None:
    more, at, words, source = REFUSED[name]
    verdict = may_swap(an_exchange(EARLY, LATE, **more), at=at, law=LAW)
    assert not verdict.allowed
    assert words in verdict.words
    assert source in verdict.source


def test_a_duty_for_a_call_and_the_same_hours_are_refused() -> None:
    call = replace(LATE, on_call=True)
    assert "a call for a call" in may_swap(an_exchange(EARLY, call), at=NOW, law=LAW).words
    assert "nothing would change" in may_swap(an_exchange(EARLY, EARLY), at=NOW, law=LAW).words


def test_a_day_of_leave_that_one_would_have_to_work_is_refused() -> None:
    away = frozenset({MONDAY + 4 * DAY})
    exchange = an_exchange(EARLY, duty(4, "E"), giver=side("PC Ash", EARLY, duty(4, "E"), leave=away))
    verdict = may_swap(exchange, at=NOW, law=LAW)
    assert "PC Ash: on duty on Fri 8 Jan 2027, a day of leave." in verdict.words
    assert "reg. 33" in verdict.source


def test_what_was_broken_before_and_stays_so_is_not_held_against_it() -> None:
    old = (duty(9, "L"), duty(10, "E"))
    assert may_swap(an_exchange(EARLY, LATE, giver=side("PC Ash", EARLY, LATE, *old)), at=NOW, law=LAW).allowed


def test_every_rule_that_breaks_is_named() -> None:
    more = {"giver": side("PC Ash", LATE, EARLY, duty(1, "L")), "taker": side("PC Bell", EARLY, LATE, duty(3, "E"))}
    verdict = may_swap(an_exchange(LATE, EARLY, **more), at=EARLY.begins, law=LAW)
    assert len(verdict.reasons) == 3


def hour(n: int) -> datetime:
    return NOW + timedelta(hours=n)


def gap(begins: int, ends: int, short: int = 1, skill: str = "") -> Missing:
    return Missing(unit="Response", begins=hour(begins), ends=hour(ends), short=short, skill=skill)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([], [], []),
        ([], [gap(0, 4)], [gap(0, 4)]),
        ([gap(0, 4)], [gap(0, 4)], []),
        ([gap(0, 4)], [], []),
        ([gap(0, 4)], [gap(1, 3)], []),
        ([gap(0, 4)], [gap(2, 6)], [gap(4, 6)]),
        ([gap(2, 3)], [gap(0, 4)], [gap(0, 2), gap(3, 4)]),
        ([gap(0, 4)], [gap(0, 4, short=2)], [gap(0, 4, short=2)]),
        ([gap(0, 4, short=2)], [gap(0, 4)], []),
        ([gap(0, 4, skill="taser")], [gap(0, 4)], [gap(0, 4)]),
        ([gap(0, 2), gap(2, 4)], [gap(0, 4)], []),
    ],
)
def test_only_what_was_not_short_before_counts(
    before: list[Missing], after: list[Missing], found: list[Missing]
) -> None:
    assert worse(before, after) == found


gaps = st.lists(
    st.builds(lambda first, long, short: gap(first, first + long, short), st.integers(0, 20), st.integers(1, 9),
              st.integers(1, 3)), max_size=6,
)  # fmt: skip


@given(gaps, gaps)
def test_hour_by_hour_it_is_worse_exactly_where_more_are_missing(before: list[Missing], after: list[Missing]) -> None:
    def short(found: list[Missing], n: int) -> int:
        return max((one.short for one in found if one.begins <= hour(n) < one.ends), default=0)

    more = worse(before, after)
    for n in range(30):
        assert (short(more, n) > 0) == (short(after, n) > short(before, n))


@given(gaps)
def test_what_stays_as_it_was_is_never_worse(found: list[Missing]) -> None:
    assert worse(found, found) == []
