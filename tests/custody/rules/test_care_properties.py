"""What always holds of visits and of rest, whatever the times."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.custody.rules import kept_on_a_phone, meals, rest, visits
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "custody" / "law.toml")
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
HOUR, EIGHT, DAY = timedelta(hours=1), timedelta(hours=8), timedelta(hours=24)
instants = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes))
spans = st.integers(1, 300).map(lambda minutes: timedelta(minutes=minutes))
reasons = st.sampled_from(sorted(rest.REASONS))


@st.composite
def rests(draw: st.DrawFn) -> rest.Rest:
    """A rest with breaks one after the other, all over."""
    began = here = draw(instants)
    breaks = []
    for gap, length, reason in draw(st.lists(st.tuples(spans, spans, reasons), max_size=4)):
        breaks.append(rest.Break(began_at=here + gap, over_at=here + gap + length, reason=reason))
        here += gap + length
    return rest.Rest(began_at=began, breaks=tuple(breaks))


@given(last=instants, level=st.sampled_from(visits.LEVELS), minutes=st.none() | st.integers(1, 600))
def test_a_visit_is_never_due_later_than_the_level_after_the_last_one(
    last: datetime, level: int, minutes: int | None
) -> None:
    due = visits.next_visit(level=level, last_visit_at=last, law=LAW, plan_minutes=minutes).due
    allowed = LAW[f"visits.level_{level}"].span
    assert last < due <= last + allowed
    if minutes:
        assert due <= last + timedelta(minutes=minutes)


@given(last=instants, later=spans, level=st.sampled_from(visits.LEVELS))
def test_an_earlier_visit_is_never_due_later(last: datetime, later: timedelta, level: int) -> None:
    one = visits.next_visit(level=level, last_visit_at=last, law=LAW)
    other = visits.next_visit(level=level, last_visit_at=last + later, law=LAW)
    assert other.due - one.due == later


@given(one=rests())
def test_rest_is_full_only_after_eight_hours_and_every_break_only_adds(one: rest.Rest) -> None:
    full = rest.full_at(rest=one, law=LAW)
    assert full is not None
    assert full.due >= one.began_at + EIGHT
    for n in range(len(one.breaks)):
        fewer = rest.Rest(began_at=one.began_at, breaks=one.breaks[:n])
        earlier = rest.full_at(rest=fewer, law=LAW)
        assert earlier is not None
        assert earlier.due <= full.due


@given(one=rests())
def test_after_a_break_for_a_a_whole_eight_hours_follow(one: rest.Rest) -> None:
    full = rest.full_at(rest=one, law=LAW)
    assert full is not None
    fresh = [each for each in one.breaks if each.reason in ("risk", "delay", "prejudice")]
    for each in fresh:
        assert each.over_at is not None
        assert full.due <= each.began_at or full.due >= each.over_at + EIGHT


@given(one=rests(), late=spans)
def test_a_rest_ended_before_it_is_full_is_not_had(one: rest.Rest, late: timedelta) -> None:
    full = rest.full_at(rest=one, law=LAW)
    assert full is not None
    ended = rest.Rest(began_at=one.began_at, breaks=one.breaks, ended_at=full.due - late)
    assert rest.full_at(rest=ended, law=LAW) is None


@given(arrived=instants, after=st.integers(0, 60 * 96), one=st.none() | rests())
def test_a_rest_that_begins_by_then_fits_into_the_24_hours(
    arrived: datetime, after: int, one: rest.Rest | None
) -> None:
    at = arrived + timedelta(minutes=after)
    resting = rest.Resting(arrived_at=arrived, rests=(one,) if one else ())
    began, ends = rest.period(resting=resting, law=LAW, at=at)
    due = rest.begin_by(resting=resting, law=LAW, at=at).due
    assert began <= at < ends == began + DAY
    assert due + EIGHT in (ends, ends + DAY)
    assert (due + EIGHT == ends + DAY) == rest.had(resting=resting, law=LAW, at=at)


@given(device=instants, contact=instants, written=instants)
def test_what_a_phone_kept_never_counts_from_a_time_to_come(
    device: datetime, contact: datetime, written: datetime
) -> None:
    counted = kept_on_a_phone.counted_from(device_at=device, contact_at=contact, written_at=written, law=LAW)
    assert counted.at <= written
    assert counted.at == written or counted.at >= contact - 2 * timedelta(minutes=1)


@given(arrived=instants, given_at=st.lists(st.tuples(spans, st.sampled_from(["light", "main"])), max_size=5))
def test_more_meals_are_never_more_owed(arrived: datetime, given_at: list[tuple[timedelta, str]]) -> None:
    eaten = [meals.Meal(at=arrived + after, kind=kind) for after, kind in given_at]
    at = arrived + 6 * HOUR
    owed = [meals.still_owed(arrived_at=arrived, meals=eaten[:n], law=LAW, at=at) for n in range(len(eaten) + 1)]
    totals = [each.light + each.main for each in owed]
    assert totals == sorted(totals, reverse=True)
