"""Reading swaps: which of one's duties, which of a colleague's for it, and what each rule says before it is chosen."""

from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.mine_queries import PUBLISHED, Shown, open_swaps, shown, shown_until
from bluelamp.duty.models import PlannedDuty, Swap
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.swap_facts import GONE, SwapFacts
from bluelamp.verdict import Verdict


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A colleague's duty that one could have instead, and whether every rule allows it."""

    officer: str
    duty: Shown
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class SwapShown:
    """A swap that waits for an answer, as one of the two reads it: what they would get and give, and the rules' say."""

    pk: int
    other: str
    gets: str
    gives: str
    verdict: Verdict


def own_duties(officer: int, day: date, *, at: datetime) -> list[PlannedDuty]:
    """The published duties of an officer on a day that have not begun."""
    rows = PlannedDuty.objects.filter(officer=officer, day=day, roster__state=PUBLISHED).select_related("roster")
    return [one for one in rows.order_by("kind", "during") if one.during.lower > at]


def days_instead(own: PlannedDuty, *, at: datetime) -> list[date]:
    """The days on which one could work instead: the same day, and those of the weeks shown that are free."""
    today = local_day(at)
    begins, ends = max(own.roster.begins, today), min(own.roster.ends, max(shown_until(today), own.day + 14 * DAY))
    rows = PlannedDuty.objects.filter(roster=own.roster_id, officer=own.officer_id, kind=own.kind)
    busy = set(rows.values_list("day", flat=True)) - {own.day}
    return [day for day in (begins + n * DAY for n in range((ends - begins).days)) if day not in busy]


def candidates(own: PlannedDuty, day: date, *, at: datetime) -> list[Candidate]:
    """Every colleague's duty of the unit on a day, those that the rules allow first; each weighed by every rule."""
    rows = PlannedDuty.objects.filter(roster=own.roster_id, unit=own.unit, kind=own.kind, day=day)
    found = [one for one in rows.exclude(officer=own.officer_id).select_related("officer").order_by("during", "officer")
             if (one.day, one.shift) != (own.day, own.shift)]  # fmt: skip
    if not found:
        return []
    facts = SwapFacts(own.roster, own.unit, officers=[own.officer_id, *(one.officer_id for one in found)])
    made = [
        Candidate(officer=str(one.officer), duty=shown(one, facts.cover), verdict=facts.verdict(own, one, at=at))
        for one in found
    ]
    return sorted(made, key=lambda one: not one.verdict.allowed)


def swaps_of(officer: int, *, at: datetime) -> tuple[list[SwapShown], list[SwapShown]]:
    """Swaps that wait for this officer's answer, each weighed as things stand, and those that they offered."""
    rows = list(open_swaps(officer))
    asked = [_swap(one, str(one.giver), mine="taker", at=at) for one in rows if one.taker_id == officer]
    offered = [_swap(one, str(one.taker), mine="giver", at=at) for one in rows if one.giver_id == officer]
    return asked, offered


def _swap(row: Swap, other: str, *, mine: str, at: datetime) -> SwapShown:
    given = _duty(row, row.giver_id, row.gives, row.gives_shift)
    taken = _duty(row, row.taker_id, row.takes, row.takes_shift)
    cover = cover_in_force()
    words = [shown(given, cover).titled if given else spoken_day(row.gives),
             shown(taken, cover).titled if taken else spoken_day(row.takes)]  # fmt: skip
    gives, gets = words if mine == "giver" else words[::-1]
    verdict = GONE
    if given and taken:
        facts = SwapFacts(row.roster, given.unit, officers=(row.giver_id, row.taker_id))
        verdict = facts.verdict(given, taken, at=at)
    return SwapShown(pk=row.pk, other=other, gets=gets, gives=gives, verdict=verdict)


def _duty(row: Swap, officer: int, day: date, shift: str) -> PlannedDuty | None:
    return PlannedDuty.objects.filter(roster=row.roster_id, officer=officer, day=day, shift=shift).first()
