"""An uncovered minute ahead is an alarm seven days before, one day before, and when it begins, each once; one found
later than that is an alarm at once."""

from datetime import datetime, time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.diaries import take_days_back
from bluelamp.duty.models import Absence, CoverGap
from bluelamp.duty.rules.planning import Away
from bluelamp.ledger.models import Entry
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from tests.duty.borough import DAY, MONDAY, Littleford

SHORT = MONDAY + 20 * DAY
MINUTE = timedelta(minutes=1)
ALARMS = ("owed.alarm_raised", "owed.late_raised")


@pytest.fixture
def gap(littleford: Littleford) -> CoverGap:
    """Twenty days before, the last who could work that late is away then."""
    roster = littleford.a_published_roster()
    away = [
        AwayDays(officer=one.officer_id, kind=Away.LEAVE, first=SHORT, last=SHORT)
        for one in littleford.on(roster, SHORT, "L")
    ]
    enter_away(away=away, by=littleford.planner, at=local(MONDAY, time(9)))
    return CoverGap.objects.get(closed_at=None, skill="", call=False, begins__gte=local(SHORT, time(16)))


def raised(gap: CoverGap) -> list[tuple[str, datetime]]:
    rows = Entry.objects.filter(event__in=ALARMS, record=gap.ref).order_by("pk")
    return [(one.event, one.recorded_at) for one in rows]


@pytest.mark.parametrize(
    ("before", "event"),
    [
        (timedelta(days=7), "owed.alarm_raised"),
        (timedelta(days=1), "owed.alarm_raised"),
        (timedelta(0), "owed.late_raised"),
    ],
)
def test_an_alarm_at_its_minute_and_not_a_minute_before(gap: CoverGap, before: timedelta, event: str) -> None:
    """The alarms before it were raised in their time."""
    for earlier in (timedelta(days=7), timedelta(days=1)):
        if earlier > before:
            raise_due(at=gap.begins - earlier)
    known = raised(gap)
    raise_due(at=gap.begins - before - MINUTE)
    assert raised(gap) == known
    raise_due(at=gap.begins - before)
    assert raised(gap) == [*known, (event, gap.begins - before)]
    raise_due(at=gap.begins - before + MINUTE / 2)
    assert len(raised(gap)) == len(known) + 1, "once"


def test_all_three_and_what_they_say(gap: CoverGap) -> None:
    for before in (timedelta(days=8), timedelta(days=7), timedelta(days=2), timedelta(days=1), timedelta(0)):
        raise_due(at=gap.begins - before)
    assert Promise.objects.get(kind="duty.cover_kept", record=gap.ref).raised == [7 * 24 * 60, 24 * 60, 0]
    first = Entry.objects.filter(event="owed.alarm_raised", record=gap.ref).earliest("pk")
    assert "Response short of officers: 0 of 1" in str(first.facts)


@pytest.mark.parametrize(
    ("found", "then"),
    [
        (local(SHORT, time(5, 40)), [timedelta(0)]),
        (local(SHORT - 3 * DAY, time(9)), [timedelta(days=1), timedelta(0)]),
    ],
    ids=["twenty to six", "three days before"],
)
def test_a_gap_that_is_found_late_is_an_alarm_at_once(
    littleford: Littleford, found: datetime, then: list[timedelta]
) -> None:
    """A sick call at 5:40 for a late of the same day: both earlier alarms are past, and are one, now."""
    roster = littleford.a_published_roster()
    away = [
        AwayDays(officer=one.officer_id, kind=Away.SICK, first=SHORT, last=SHORT)
        for one in littleford.on(roster, SHORT, "L")
    ]
    enter_away(away=away, by=littleford.planner, at=found)
    gap = CoverGap.objects.get(closed_at=None, skill="", call=False)
    assert Promise.objects.get(kind="duty.cover_kept", record=gap.ref).due_at == gap.begins
    for at in (found, found + MINUTE, *(gap.begins - before for before in then)):
        raise_due(at=at)
    late = [(gap.begins, "owed.late_raised")]
    ahead = [(at, "owed.alarm_raised") for at in (found, *(gap.begins - before for before in then[:-1]))]
    assert [(at, event) for event, at in raised(gap)] == ahead + late


def test_no_alarm_for_what_was_mended(littleford: Littleford, gap: CoverGap) -> None:
    raise_due(at=gap.begins - timedelta(days=7))
    for one in Absence.objects.all():
        take_days_back(absence=one.pk, by=littleford.planner, at=gap.begins - timedelta(days=3))
    raise_due(at=gap.begins - timedelta(days=1))
    raise_due(at=gap.begins)
    assert len(raised(gap)) == 1
