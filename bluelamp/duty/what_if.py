"""What a change to one officer would do to the published rosters: asked of the checker before it is written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.changed_cover import missing_in, newly_wrong
from bluelamp.duty.checking.breaches import Broken
from bluelamp.duty.checking.check import check
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import units_of
from bluelamp.duty.models import Roster
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.planning import Away, Member, days_between
from bluelamp.duty.rules.swapping import Missing, worse
from bluelamp.places.law_in_force import law_of

Change = Callable[[Member], Member]


@dataclass(frozen=True, kw_only=True)
class Effect:
    """Who would be missing, which hard rules the published duties would break, on how many days nothing is out yet."""

    missing: tuple[Missing, ...]
    broken: tuple[Broken, ...]
    unpublished: int

    @property
    def minutes(self) -> int:
        """The uncovered minutes that it makes; a minute that two needs lack counts twice."""
        return sum((one.ends - one.begins) // timedelta(minutes=1) for one in self.missing)


def effect_of(officer: int, first: date, last: date, change: Change) -> Effect:
    """What the rosters that are out for these days, both included, would lack and break with the officer so changed."""
    cover, law, ref = cover_in_force(), law_of("duty"), f"officer:{officer}"
    units = [one for one in units_of(officer, first, last) if one in cover.units]
    missing, broken, covered = list[Missing](), list[Broken](), 0
    for roster in _published(first, last):
        begins, ends = max(first, roster.begins), min(last + DAY, roster.ends)
        covered += (ends - begins).days
        before, after = (
            check(
                document_of(roster, cover=cover, law=law, begins=begins - DAY, ends=ends + DAY, units=units, change=one)
            )
            for one in (None, {ref: change})
        )
        missing += worse(missing_in(before, cover), missing_in(after, cover))
        broken += newly_wrong(after, before)
    return Effect(missing=tuple(missing), broken=tuple(broken), unpublished=(last - first).days + 1 - covered)


def wrong_now(officer: int, at: datetime) -> tuple[Broken, ...]:
    """The hard rules that this officer's published duties from `at` on break as things stand."""
    cover, law = cover_in_force(), law_of("duty")
    found = list[Broken]()
    today = local_day(at)
    for roster in _published(today, date.max):
        units = [one for one in units_of(officer, today, roster.ends) if one in cover.units]
        document = document_of(roster, cover=cover, law=law, begins=today - DAY, units=units)
        found += [one for one in check(document).broken if one.officer == f"officer:{officer}" and one.at >= at]
    return tuple(one for one in found if one.hard)


def published_until(day: date) -> date:
    """The last day for which a roster is out, `day` itself where none is."""
    return max([day, *(one.last_day for one in _published(day, date.max))])


def away_on(kind: Away, first: date, last: date) -> Change:
    """Away on these days, both included."""
    days = dict.fromkeys(days_between(first, last + DAY), kind)
    return lambda member: replace(member, away={**member.away, **days})


def with_skill(skill: str, last: date | None) -> Change:
    """With a skill until a day; None where it does not run out."""
    return lambda member: replace(member, skills={**member.skills, skill: last})


def _published(first: date, last: date) -> list[Roster]:
    rows = Roster.objects.filter(state=Roster.State.PUBLISHED, begins__lte=last, ends__gt=first)
    return list(rows.order_by("begins"))
