"""What a swap is weighed with, read once for a unit of a published roster, however many swaps are then looked at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.changed_cover import UnitDays, stretches
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.document import Document
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.published import as_duty, line_of
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.rules.swapping import Exchange, Missing, Side, may_swap
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict, refused

SETTLED = (Away.SICK, Away.OTHER, Away.COURT, Away.TRAINING)
"""What keeps somebody from a duty that the rules of a line do not look at themselves."""
GONE = refused("One of the two duties is no longer as it was.", "Order of events")


class SwapFacts:
    """The people of a unit and the duties of those who may be asked; `verdict` weighs one swap by every rule."""

    def __init__(self, roster: Roster, unit: str, *, officers: Iterable[int]) -> None:
        self.roster, self.unit = roster, unit
        self.cover, self.law = cover_in_force(), law_of("duty")
        found = members(begins=roster.begins, ends=roster.ends, cover=self.cover, units=[unit])
        self.people: Mapping[int, Member] = {int(one.officer.partition(":")[2]): one for one in found}
        self.duties: dict[int, list[PlannedDuty]] = defaultdict(list)
        for row in PlannedDuty.objects.filter(roster=roster, officer__in=list(officers)):
            self.duties[row.officer_id].append(row)
        self._days: dict[tuple[date, date], UnitDays] = {}

    def verdict(self, gives: PlannedDuty, takes: PlannedDuty, *, at: datetime) -> Verdict:
        """Whether the holder of `gives` may have `takes` for it, by every rule for both and by the cover."""
        if gives.officer_id not in self.people or takes.officer_id not in self.people:
            return refused("Both officers must belong to this unit.", self.law.value("swap.like_for_like",
                           on=gives.day).source)  # fmt: skip
        before, after = self._missing(gives, takes)
        exchange = Exchange(
            giver=self._side(gives, takes),
            taker=self._side(takes, gives),
            units=(gives.unit, takes.unit),
            before=before,
            after=after,
        )
        return may_swap(exchange, at=at, law=self.law)

    def _side(self, own: PlannedDuty, other: PlannedDuty) -> Side:
        member, takes = self.people[own.officer_id], as_duty(other)
        rows = self.duties[own.officer_id]
        stood = [as_duty(one) for one in rows]
        then = [as_duty(one) for one in rows if one.pk != own.pk]
        days = {local_day(takes.begins), local_day(takes.ends - timedelta(minutes=1))}
        begins, ends = self.roster.begins, self.roster.ends
        return Side(
            name=member.name,
            takes=takes,
            before=line_of(member, stood, cover=self.cover, begins=begins, ends=ends),
            after=line_of(member, [*then, takes], cover=self.cover, begins=begins, ends=ends),
            away=bool(days & member.days_of(*SETTLED)),
            works_already=any((one.day, one.kind) == (other.day, other.kind) for one in rows if one.pk != own.pk),
            outside_offer=member.offered is not None and (other.day, other.shift) not in member.offered,
        )

    def _missing(self, gives: PlannedDuty, takes: PlannedDuty) -> tuple[list[Missing], list[Missing]]:
        holders = {_key(gives): takes, _key(takes): gives}

        def exchanged(one: Document) -> Document:
            other = holders.get((one["officer"], one["kind"], one["begins"]))
            return {**one, "officer": f"officer:{other.officer_id}"} if other else one

        before: list[Missing] = []
        after: list[Missing] = []
        for stretch in stretches((gives.day, takes.day)):
            days = self._unit_days(stretch)
            before += days.missing
            after += days.missing_if(exchanged)
        return before, after

    def _unit_days(self, stretch: tuple[date, date]) -> UnitDays:
        if stretch not in self._days:
            self._days[stretch] = UnitDays(self.roster, self.unit, *stretch, cover=self.cover, law=self.law)
        return self._days[stretch]


def _key(row: PlannedDuty) -> tuple[str, str, str]:
    return f"officer:{row.officer_id}", row.kind, as_duty(row).begins.isoformat()
