"""Reading the days that need more people: what they ask for, whether a roster is out for them, and what is short."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bluelamp.duty.models import CoverEvent, CoverGap, Roster
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.words import counted, people_words


@dataclass(frozen=True, kw_only=True)
class EventShown:
    """One event; `gaps`: the open gaps of its unit in its hours, as (number, words)."""

    pk: int
    name: str
    unit: str
    day: date
    hours: str
    who: str
    published: bool
    gaps: tuple[tuple[int, str], ...] = ()


def events_ahead(today: date, cover: Cover) -> list[EventShown]:
    """Those of today and later that were not cancelled, soonest first; three statements."""
    rows = list(CoverEvent.objects.filter(cancelled_at=None, day__gte=today).order_by("day", "begins", "pk"))
    rosters = list(Roster.objects.filter(state=Roster.State.PUBLISHED, ends__gt=today).values_list("begins", "ends"))
    short = _short(rows)
    return [
        EventShown(
            pk=one.pk, name=one.name, unit=cover.units[one.unit].name if one.unit in cover.units else one.unit,
            day=one.day, hours=one.window.words, who=counted(one.least, one.skill),
            published=any(begins <= one.day < ends for begins, ends in rosters),
            gaps=tuple((gap.pk, f"{gap.there} of {gap.needed} {people_words(gap.skill)}") for gap in short
                       if _touches(gap, one)),
        )
        for one in rows
    ]  # fmt: skip


def _short(rows: list[CoverEvent]) -> list[CoverGap]:
    if not rows:
        return []
    within = Q()
    for one in rows:
        begins, ends = one.window.on(one.day)
        within |= Q(unit=one.unit, skill=one.skill, begins__lt=ends, ends__gt=begins)
    return list(CoverGap.objects.filter(within, closed_at=None, call=False).order_by("begins", "pk"))


def _touches(gap: CoverGap, event: CoverEvent) -> bool:
    begins, ends = event.window.on(event.day)
    return (gap.unit, gap.skill) == (event.unit, event.skill) and gap.begins < ends and gap.ends > begins
