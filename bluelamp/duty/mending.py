"""How a gap of the published roster can be mended: ways by the rules, each tried out before the checker."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.duty.changed_cover import newly_wrong, with_change
from bluelamp.duty.checking.check import check
from bluelamp.duty.checking.minutes import Shortfall
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import CoverGap, PlannedDuty, Roster
from bluelamp.duty.published import as_duty, document_of, duties_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, force_day
from bluelamp.duty.rules.planning import Member
from bluelamp.duty.rules.repairs import Cannot, Change, GapFacts, Option, Placed, options, rest_words
from bluelamp.duty.rules.words import people_words, stretch
from bluelamp.places.law_in_force import law_of

AHEAD, TRIED, SHOWN, OF_A_KIND = 14, 14, 6, 3
"""Days of the roster around the gap that the rules look at; ways tried before the checker, shown, and of a kind."""
People = list[tuple[Member, list[Placed]]]


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way that holds: the option, the rest it leaves, and what else it leaves."""

    option: Option
    rest: str
    leaves: str
    mends: bool


def ways(gap: CoverGap, *, at: datetime) -> tuple[list[Way], list[Cannot]]:
    """The best ways to mend an open gap at an instant, and who cannot take it and why."""
    cover, law = cover_in_force(), law_of("duty")
    day = force_day(gap.begins, law)
    people = people_around(gap.roster, day, cover)
    people = [one for one in people if one[0].unit == gap.unit or _may_lend(one[0], cover)]
    found, cannot = options(facts_of(gap), people, cover=cover, told_at=at, law=law)
    placed = {member.officer: some for member, some in people}
    tried = _tried(gap, _varied(found)[:TRIED], cover, day)
    good = [
        Way(option=one, rest=rest_words(one.member, placed[one.member.officer], one.change), leaves=leaves, mends=mends)
        for one, leaves, mends in tried
    ]
    return good[:SHOWN], cannot


def _may_lend(member: Member, cover: Cover) -> bool:
    return member.unit in cover.units and cover.units[member.unit].lends


def _varied(found: Sequence[Option]) -> list[Option]:
    """Not more than a few of each kind, so that the one who decides sees what else there is."""
    kinds: Counter[str] = Counter()
    kept = []
    for one in found:
        kinds[one.kind] += 1
        if kinds[one.kind] <= OF_A_KIND:
            kept.append(one)
    return kept


def facts_of(gap: CoverGap) -> GapFacts:
    """The facts of an open gap."""
    return GapFacts(unit=gap.unit, skill=gap.skill, call=gap.call, begins=gap.begins, ends=gap.ends, short=gap.short)


def people_around(roster: Roster, day: date, cover: Cover, units: Iterable[str] | None = None) -> People:
    """Everybody with their duties two weeks before and after a day."""
    begins, ends = day - AHEAD * DAY, day + AHEAD * DAY
    placed: dict[str, list[Placed]] = defaultdict(list)
    for one in duties_of(roster, begins=max(begins, roster.begins), ends=ends, units=units):
        duty = Placed(day=one.day, shift=one.shift, unit=one.unit, duty=as_duty(one))
        placed[f"officer:{one.officer_id}"].append(duty)
    first = max(begins, roster.begins)
    return [(one, placed[one.officer]) for one in members(begins=first, ends=ends, cover=cover, units=units)]


def _tried(gap: CoverGap, found: Sequence[Option], cover: Cover, day: date) -> list[tuple[Option, str, bool]]:
    """Those that open no new gap, with what they leave: the checker reads the roster as it would be."""
    units = {gap.unit, *(one.member.unit for one in found)}
    begins, ends = day - DAY, day + 3 * DAY
    document = document_of(gap.roster, cover=cover, law=law_of("duty"), begins=begins, ends=ends, units=units)
    stands = check(document)
    good = []
    for one in found:
        checked = check(with_change(document, one.change))
        after = checked.short
        if any(not _known(each, stands.short) for each in after) or newly_wrong(checked, stands):
            continue
        mends = not any(_is(each, gap) for each in after)
        good.append((one, _leaves(after, gap), mends))
    return good


def _known(each: Shortfall, stands: Sequence[Shortfall]) -> bool:
    """Whether it lies within a gap that stood already, and is no worse."""
    return any(
        (each.unit, each.skill, each.call) == (one.unit, one.skill, one.call)
        and one.begins <= each.begins and each.ends <= one.ends and each.there >= one.there
        for one in stands
    )  # fmt: skip


def _is(each: Shortfall, gap: CoverGap) -> bool:
    same = (each.unit, each.skill, each.call) == (gap.unit, gap.skill, gap.call)
    return same and each.begins < gap.ends and gap.begins < each.ends


def _leaves(after: Sequence[Shortfall], gap: CoverGap) -> str:
    left = [each for each in after if _is(each, gap)]
    if left:
        one = left[0]
        who = people_words(one.skill, call=one.call)
        return f"Still {one.there} of {one.needed} {who}, {stretch(one.begins, one.ends)}"
    others = len(after)
    return "Every unit as planned" if not others else f"{others} other gap{'s' * (others > 1)} as before"


def set_change(roster: Roster, change: Change, source: str) -> str:
    """Write one change into a roster, inside an action; answers what stood before."""
    officer = int(change.officer.partition(":")[2])
    kind = PlannedDuty.Kind.ON_CALL if change.on_call else PlannedDuty.Kind.DUTY
    stood = PlannedDuty.objects.filter(roster=roster, officer=officer, day=change.day, kind=kind)
    before = ", ".join(stood.values_list("shift", flat=True))
    stood.delete()
    if change.after:
        PlannedDuty.objects.create(
            roster=roster, officer_id=officer, unit=change.unit, day=change.day, shift=change.after, kind=kind,
            during=DateTimeTZRange(change.begins, change.ends), source=source,
        )  # fmt: skip
    return before
