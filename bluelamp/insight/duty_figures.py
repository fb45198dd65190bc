"""The figures of duty: hours of specials and calls out from ledger entries, uncovered minutes from the checker."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.gaps import checked
from bluelamp.duty.models import Roster
from bluelamp.duty.rules.duties import DAY, force_day
from bluelamp.duty.rules.planning import days_between
from bluelamp.ledger.queries import Line, facts_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.queries import teams

BOOKED = ("duty.booked_on", "duty.booked_off")
CALLED = ("duty.called_out", "duty.call_answered")
TOURS_BEFORE = timedelta(days=1)
"""How long before the period somebody may have booked on who is still on duty: no tour is longer."""
AN_ANSWER = ("coming", "cannot come")


@dataclass(frozen=True, kw_only=True)
class DutyFigures:
    """Of one period. `minutes_uncovered`: None where no roster is published for some of its days.

    `specials_hours`: elapsed hours for which special constables were booked on. A call out counts as answered by
    whoever says that they are coming or why not; the next in line is another call out.
    """

    minutes_uncovered: int | None = None
    specials_hours: float = 0.0
    call_outs_made: int = 0
    call_outs_answered: int = 0


def duty_figures(since: datetime, until: datetime) -> DutyFigures:
    """Work everything out from what was entered, and from the roster as it stands published."""
    specials = teams(kind="specials").values_list("key", flat=True)
    calls = list(facts_of(CALLED, since=since, until=until))
    answers = (line.facts["state"] for line in calls if line.event == "duty.call_answered")
    return DutyFigures(
        minutes_uncovered=minutes_uncovered(since, until),
        specials_hours=hours_booked(
            facts_of(BOOKED, since=since - TOURS_BEFORE, until=until), teams=set(specials), since=since, until=until
        ),
        call_outs_made=sum(line.event == "duty.called_out" for line in calls),
        call_outs_answered=sum(answer in AN_ANSWER for answer in answers),
    )


def hours_booked(lines: Iterable[Line], *, teams: Collection[str], since: datetime, until: datetime) -> float:
    """Elapsed hours in [since, until) for which members of these teams were booked on, by the entries in their order.

    Who booked off before the end of their tour worked until then.
    """
    tours: dict[str, tuple[datetime, datetime]] = {}
    for line in lines:
        if line.facts["team_key"] in teams:
            begins = line.occurred_at if line.event == "duty.booked_on" else tours.get(line.record, (since, until))[0]
            tours[line.record] = (begins, datetime.fromisoformat(line.facts["until"]))
    inside = (max(min(ends, until) - max(begins, since), timedelta()) for begins, ends in tours.values())
    return sum(inside, timedelta()) / timedelta(hours=1)


def minutes_uncovered(since: datetime, until: datetime) -> int | None:
    """Minutes of [since, until) in which a unit lacks people by the published rosters, as the checker counts them.

    A minute that two units lack counts twice. None where no roster is published for some of the days.
    """
    first, last = force_day(since, law_of("duty")), local_day(until - timedelta(seconds=1))
    rosters = Roster.objects.filter(state=Roster.State.PUBLISHED, begins__lte=last, ends__gt=first).order_by("begins")
    covered = {day for one in rosters for day in days_between(one.begins, one.ends)}
    if not covered.issuperset(days_between(first, last + DAY)):
        return None
    short = timedelta()
    for roster in rosters:
        for gap in checked(roster, begins=first, ends=last + DAY).gaps:
            short += max(min(gap.ends, until) - max(gap.begins, since), timedelta())
    return short // timedelta(minutes=1)
