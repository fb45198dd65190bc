"""What must hold of bail, reviews and warrants whatever the facts."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.custody.rules import bail_period, coming_in, detention_clock, extensions, reviews, warnings
from bluelamp.custody.rules.bail_period import InPatient, OnBail, Suspended
from bluelamp.custody.rules.facts import Arrest, Decider, Detention, Extension, HospitalVisit, Spell, Warrant, Way
from bluelamp.custody.rules.police_bail import BELOW, RANK, Rung, bail_end
from bluelamp.custody.rules.ranks import RANKS
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "custody" / "law.toml")
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ARRESTS = st.integers(0, 6 * 365 * 24 * 60).map(lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + minutes * MINUTE)
FAR = datetime(2035, 1, 1, tzinfo=UTC)
OFFICERS = (Rung.CUSTODY_OFFICER, Rung.INSPECTOR, Rung.SUPERINTENDENT)
DAYS = st.integers(1, 60)


def last(bail: OnBail) -> date:
    ends = bail_period.period(bail=bail, law=LAW, at=FAR).ends
    assert ends
    return local_day(ends.due - timedelta(seconds=1))


@given(ARRESTS)
def test_each_rung_is_longer_than_the_one_before_and_starts_the_day_after_arrest(arrested: datetime) -> None:
    ends = [bail_end(arrested_at=arrested, rung=rung, law=LAW).due for rung in OFFICERS]
    assert ends == sorted(set(ends))
    found = bail_period.period(bail=OnBail(arrested_at=arrested), law=LAW, at=FAR)
    assert found.starts_on == local_day(arrested) + DAY


@given(ARRESTS, st.sampled_from(OFFICERS), DAYS, DAYS)
def test_days_with_the_prosecutor_are_added_and_seven_are_always_left(
    arrested: datetime, rung: Rung, before: int, away: int
) -> None:
    plain = last(OnBail(arrested_at=arrested, rung=rung))
    sent = plain - before * DAY
    asked = sent + away * DAY
    paused = OnBail(arrested_at=arrested, rung=rung, with_prosecutor=(Suspended(sent_on=sent, requested_on=asked),))
    assert last(paused) == max(plain + away * DAY, asked + 6 * DAY)
    away_now = OnBail(arrested_at=arrested, rung=rung, with_prosecutor=(Suspended(sent_on=sent),))
    assert bail_period.period(bail=away_now, law=LAW, at=FAR).ends is None


@given(ARRESTS, DAYS, DAYS, DAYS)
def test_hospital_never_brings_the_end_of_bail_forward(arrested: datetime, back: int, stay: int, more: int) -> None:
    plain = last(OnBail(arrested_at=arrested))
    admitted = plain - (back - 1) * DAY
    short = InPatient(admitted_on=admitted, discharged_on=admitted + (stay - 1) * DAY)
    longer = InPatient(admitted_on=admitted, discharged_on=admitted + (stay + more) * DAY)
    ends = [last(OnBail(arrested_at=arrested, in_patient=stays)) for stays in ((), (short,), (longer,))]
    assert ends == sorted(ends)
    assert last(OnBail(arrested_at=arrested, in_patient=(short,))) == plain + (stay * DAY if stay >= back else 0 * DAY)


@given(ARRESTS, st.lists(st.sampled_from([Rung.COURT_FURTHER, Rung.COURT_FURTHER_LONG]), max_size=4))
def test_each_further_extension_only_adds(arrested: datetime, further: list[Rung]) -> None:
    ends = [
        last(OnBail(arrested_at=arrested, rung=Rung.COURT, further=tuple(further[:n]))) for n in range(len(further))
    ]
    assert ends == sorted(set(ends))


def test_no_rung_needs_a_lower_rank_than_the_one_below_it() -> None:
    for rung, below in BELOW.items():
        ranks = [RANKS.index(RANK[each]) for each in below if each in RANK]
        if rung in RANK:
            assert all(RANKS.index(RANK[rung]) > each for each in ranks)


@given(ARRESTS, st.integers(0, 23), st.integers(1, 36), st.integers(1, 600))
def test_time_only_ever_adds(arrived: datetime, gone: int, hours: int, away: int) -> None:
    """An extension, a warrant or a hospital visit never makes the limit earlier; no limit passes its own bound."""
    arrest, at = Arrest(arrested_at=arrived, first_station_at=arrived), arrived + 200 * HOUR
    visit = HospitalVisit(left_at=arrived + gone * HOUR, returned_at=arrived + gone * HOUR + timedelta(minutes=away))
    extension = Extension(authorised_at=arrived + 16 * HOUR, until=arrived + 16 * HOUR + hours * HOUR)
    warrant = Warrant(issued_at=arrived + 30 * HOUR, hours=hours)
    held = [
        Detention(arrest=arrest),
        Detention(arrest=arrest, extensions=(extension,)),
        Detention(arrest=arrest, extensions=(extension,), warrants=(warrant,)),
        Detention(arrest=arrest, extensions=(extension,), warrants=(warrant,), hospital=(visit,)),
    ]
    limits = [detention_clock.current_limit(detention=each, law=LAW, at=at) for each in held]
    greatest = [detention_clock.greatest_limit(detention=each, law=LAW, at=at) for each in held]
    assert [each.due for each in limits if each] == sorted(each.due for each in limits if each)
    assert all(a.due <= b.due for a, b in zip(limits, greatest, strict=True) if a and b)


@given(ARRESTS, st.integers(1, 20), st.integers(0, 180), st.booleans())
def test_the_first_three_hours_after_breach_are_free_in_an_earlier_stay_too(
    arrived: datetime, hours: int, more: int, breach: bool
) -> None:
    ended = arrived + hours * HOUR + timedelta(minutes=more)
    spell = Spell(began_at=arrived, ended_at=ended, arrested_for_breach=breach)
    back = arrived + 500 * HOUR
    arrest = Arrest(arrested_at=arrived, first_station_at=arrived)
    found = detention_clock.limit(
        detention=Detention(arrest=arrest, earlier=(spell,), returned_at=back), law=LAW, at=back
    )
    used = max(timedelta(0), ended - arrived - 3 * HOUR) if breach else ended - arrived
    assert found
    assert between(back, found.due) == max(timedelta(0), 24 * HOUR - used)


@given(ARRESTS, st.integers(0, 40))
def test_nobody_extends_before_the_second_review(authorised: datetime, hours: int) -> None:
    arrest = Arrest(arrested_at=authorised, first_station_at=authorised)
    asked = extensions.Extending(
        detention=Detention(arrest=arrest), kind_of_offence="indictable", reviews_done=(authorised + 5 * HOUR,)
    )
    verdict = extensions.may_extend(
        extending=asked, decider=Decider(rank="superintendent"), until=authorised + 30 * HOUR, law=LAW,
        at=authorised + hours * HOUR,
    )  # fmt: skip
    assert not verdict.allowed


@given(ARRESTS, st.integers(0, 600))
def test_every_warning_comes_before_its_limit(arrived: datetime, away: int) -> None:
    visit = HospitalVisit(left_at=arrived + HOUR, returned_at=arrived + HOUR + timedelta(minutes=away))
    held = Detention(arrest=Arrest(arrested_at=arrived, first_station_at=arrived), hospital=(visit,))
    end = detention_clock.limit(detention=held, law=LAW, at=FAR)
    told = warnings.of_detention(detention=held, law=LAW, at=FAR)
    assert end
    assert [each.at for each in told] == sorted(each.at for each in told)
    assert all(arrived < each.at < end.due for each in told)


@given(ARRESTS, st.lists(st.integers(1, 900), min_size=1, max_size=5))
def test_every_review_is_within_nine_counted_hours_of_the_one_before(arrived: datetime, gaps: list[int]) -> None:
    done = tuple(arrived + timedelta(minutes=sum(gaps[: n + 1])) for n in range(len(gaps)))
    due = reviews.due(reviewing=reviews.Reviewing(authorised_at=arrived, done=done), law=LAW, at=FAR)
    assert all(between(was, now.due) <= 9 * HOUR for was, now in zip(done, due[1:], strict=True))


@pytest.mark.parametrize("way", list(Way))
def test_every_way_in_has_its_words_and_its_section(way: Way) -> None:
    assert coming_in.WORDS[way]
    assert "PACE s." in coming_in.BASIS[way]
