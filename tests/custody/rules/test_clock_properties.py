"""What must hold of the clocks whatever the facts."""

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluelamp.custody.rules import detention_clock, reviews, slots, warrants
from bluelamp.custody.rules.facts import Arrest, Decider, Detention, HospitalVisit, Period, Spell, Warrant, Way
from bluelamp.custody.rules.ranks import RANKS, at_least
from bluelamp.custody.rules.reviews import Reviewing
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import as_local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "custody" / "law.toml")
NIGHTS = [datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC)]
ARRIVALS = st.builds(lambda day, minute: day + timedelta(minutes=minute), st.sampled_from(NIGHTS), st.integers(0, 2880))
MINUTES = st.integers(1, 600)


def after(at: datetime, minutes: int) -> datetime:
    return at + timedelta(minutes=minutes)


def detained(arrived: datetime, *visits: HospitalVisit) -> Detention:
    arrest = Arrest(arrested_at=after(arrived, -30), first_station_at=arrived)
    return Detention(arrest=arrest, hospital=visits)


def limit(detention: Detention, at: datetime) -> datetime:
    found = detention_clock.limit(detention=detention, law=LAW, at=at)
    assert found
    return found.due


@st.composite
def hospital(draw: st.DrawFn, arrived: datetime) -> tuple[HospitalVisit, ...]:
    gaps = list(accumulate(draw(st.lists(MINUTES, min_size=2, max_size=8))))
    times = [after(arrived, gap) for gap in gaps]
    return tuple(HospitalVisit(left_at=a, returned_at=b) for a, b in zip(times[::2], times[1::2], strict=False))


@given(st.data(), ARRIVALS)
def test_a_hospital_visit_never_brings_a_limit_forward(data: st.DataObject, arrived: datetime) -> None:
    visits = data.draw(hospital(arrived))
    at = after(arrived, 5000)
    limits = [limit(detained(arrived, *visits[:n]), at) for n in range(len(visits) + 1)]
    assert limits == sorted(limits)


@given(st.data(), ARRIVALS)
def test_a_hospital_visit_adds_exactly_its_length_before_the_limit(data: st.DataObject, arrived: datetime) -> None:
    visits = data.draw(hospital(arrived))
    due = limit(detained(arrived, *visits), after(arrived, 5000))
    away = sum((between(v.left_at, v.returned_at) for v in visits if v.returned_at and v.left_at < due), timedelta())
    assert between(arrived, due) == timedelta(hours=24) + away


@given(ARRIVALS, MINUTES, MINUTES, st.integers(0, 600))
def test_questioning_at_hospital_counts(arrived: datetime, gone: int, away: int, asked: int) -> None:
    left, back = after(arrived, gone), after(arrived, gone + away)
    period = Period(began_at=left, ended_at=min(after(left, asked), back))
    quiet = limit(detained(arrived, HospitalVisit(left_at=left, returned_at=back)), back)
    spoken_to = limit(detained(arrived, HospitalVisit(left_at=left, returned_at=back, questioned=(period,))), back)
    assert quiet - spoken_to == period.ended_at - period.began_at


@given(st.data(), ARRIVALS)
def test_a_hospital_visit_never_brings_a_review_forward(data: st.DataObject, arrived: datetime) -> None:
    at, visits = after(arrived, 5000), data.draw(hospital(arrived))
    plain = reviews.next_review(reviewing=Reviewing(authorised_at=arrived), law=LAW, at=at)
    with_visits = reviews.next_review(reviewing=Reviewing(authorised_at=arrived, hospital=visits), law=LAW, at=at)
    assert with_visits.due >= plain.due


@given(ARRIVALS)
def test_clock_changes_leave_24_real_hours(arrived: datetime) -> None:
    assert between(as_local(arrived), as_local(limit(detained(as_local(arrived)), arrived))) == timedelta(hours=24)


@given(
    st.sampled_from([Way.FIRST_STATION, Way.OTHER_FORCE, Way.ABROAD, Way.WANTED_ELSEWHERE]), ARRIVALS, MINUTES, MINUTES
)
def test_a_later_arrival_never_gives_an_earlier_limit(way: Way, start: datetime, first: int, more: int) -> None:
    def arriving(minutes: int) -> datetime:
        arrived = after(start, minutes)
        arrest = Arrest(way=way, arrested_at=start, entered_at=start, left_area_at=start, first_station_at=arrived,
                        area_station_at=arrived)  # fmt: skip
        return limit(Detention(arrest=arrest), after(start, 10000))

    assert arriving(first) <= arriving(first + more)


@given(ARRIVALS, st.integers(1, 1439), st.booleans())
def test_time_held_before_bail_is_taken_off(arrived: datetime, used: int, breach: bool) -> None:
    spell = Spell(began_at=arrived, ended_at=after(arrived, used))
    back = after(arrived, 20000)
    arrest = Arrest(arrested_at=arrived, first_station_at=arrived)
    held = Detention(arrest=arrest, earlier=(spell,), returned_at=back, arrested_for_breach=breach)
    assert between(back, limit(held, back)) == timedelta(hours=24 + 3 * breach) - timedelta(minutes=used)


@given(ARRIVALS, st.lists(st.integers(0, 900), min_size=1, max_size=6))
def test_reviews_are_never_more_than_nine_hours_after_the_one_before_was_due(
    arrived: datetime, gaps: list[int]
) -> None:
    done = tuple(after(arrived, total) for total in accumulate(gaps))
    due = reviews.due(reviewing=Reviewing(authorised_at=arrived, done=done), law=LAW, at=arrived)
    for was, now, when in zip(due, due[1:], done, strict=False):
        assert now.due == min(was.due, when) + timedelta(hours=9)


@given(ARRIVALS, st.integers(0, 95), st.integers(1, 36))
def test_no_warrant_goes_past_96_hours_or_its_own(arrived: datetime, issued: int, hours: int) -> None:
    held, warrant = detained(arrived), Warrant(issued_at=after(arrived, 60 * issued), hours=hours)
    end = detention_clock.warrant_end(detention=held, warrant=warrant, law=LAW, at=arrived).due
    assert end == min(arrived + timedelta(hours=96), warrant.issued_at + timedelta(hours=hours))
    verdict = warrants.may_issue(detention=held, warrant=warrant, law=LAW, at=arrived)
    assert verdict.allowed == (issued + hours <= 96)


@given(st.sampled_from(RANKS), st.sampled_from(RANKS))
def test_a_higher_rank_may_what_a_lower_one_may(one: str, other: str) -> None:
    verdict = at_least(decider=Decider(rank=one), rank=other, what="review", source="PACE s.40")
    assert verdict.allowed == (RANKS.index(one) >= RANKS.index(other))


def test_reviews_out_of_order_and_unknown_ranks_are_refused() -> None:
    start = NIGHTS[0]
    with pytest.raises(ValueError, match="not in order"):
        reviews.due(reviewing=Reviewing(authorised_at=start, done=(after(start, -5),)), law=LAW, at=start)
    with pytest.raises(ValueError, match="No rank"):
        at_least(decider=Decider(rank="constable"), rank="sheriff", what="review", source="")


def test_a_limit_explains_itself_step_by_step() -> None:
    arrived = datetime(2026, 11, 20, 22, 50, tzinfo=UTC)
    visit = HospitalVisit(left_at=after(arrived, 130), returned_at=after(arrived, 340))
    found = detention_clock.limit(detention=detained(arrived, visit), law=LAW, at=after(arrived, 400))
    assert found
    assert found.because == (
        "Relevant time is arrival at the first police station: 22:50 Fri 20 Nov 2026.",
        "Not counted, away at hospital: 01:00 Sat 21 Nov 2026 to 04:30 Sat 21 Nov 2026, 3 h 30 min.",
        "24 h of counted time: 02:20 Sun 22 Nov 2026.",
    )
    assert found.basis == "PACE s.41(1)"


@settings(max_examples=30)
@given(st.permutations(["a", "b", "c"]), st.lists(st.integers(0, 5), min_size=3, max_size=3))
def test_a_full_suite_is_never_put_before_one_with_room(names: list[str], free: list[int]) -> None:
    suites = [
        slots.Suite(name=name, cells=10, occupied=10 - n, drive_minutes=20 + n)
        for name, n in zip(names, free, strict=True)
    ]
    order = [each.verdict.allowed for each in slots.ranked(suites=suites, law=LAW, on=date(2026, 11, 20))]
    assert order == sorted(order, reverse=True)
