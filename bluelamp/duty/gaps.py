"""The gaps of a published roster: found by the checker, kept as rows, and each a promise until it is mended."""

from collections.abc import Iterable
from datetime import date, datetime, time

from bluelamp.deadlines.instants import local
from bluelamp.duty import events
from bluelamp.duty.checking.check import Checked, check
from bluelamp.duty.checking.minutes import Shortfall
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CoverGap, PlannedDuty, Post, Roster
from bluelamp.duty.owed import COVER_KEPT, gap_due
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, WEEK
from bluelamp.duty.rules.words import people_words, stretch
from bluelamp.ledger.actions.writing import write
from bluelamp.owed.actions.stating import end, keep, promise, withdraw
from bluelamp.places.law_in_force import law_of

Key = tuple[str, str, bool, datetime, datetime, int, int]
Span = tuple[datetime, datetime]


def checked(roster: Roster, *, begins: date | None = None, ends: date | None = None,
            units: Iterable[str] | None = None) -> Checked:  # fmt: skip
    """What the checker says of a roster, or of some of its days and units."""
    document = document_of(roster, cover=cover_in_force(), law=law_of("duty"), begins=begins, ends=ends, units=units)
    return check(document)


def recheck(roster: Roster, *, units: Iterable[str], begins: date, ends: date, at: datetime) -> list[CoverGap]:
    """Inside an action that changed a published roster: open the gaps that are there now, close those that are not.

    Looks at the days from `begins` up to before `ends`, and as far beyond as a gap that reaches over them goes. A gap
    that is over at `at` stays as it was: what was uncovered was uncovered. Answers the open ones.
    """
    chosen = tuple(units)
    stood = list(CoverGap.objects.select_for_update().filter(roster=roster, unit__in=chosen, closed_at=None))
    gaps, window = _whole(roster, chosen, stood, begins, ends)
    found = {_key(one): one for one in gaps if one.ends > at}
    cover = cover_in_force()
    known = {_row_key(row): row for row in stood if row.ends > at and _within(row, window)}
    for key in known.keys() - found.keys():
        _close(known[key], cover, at, changed=any(_overlap(key, other) for other in found))
    for key in found.keys() - known.keys():
        known[key] = _open(roster, found[key], cover, at)
    return [known[key] for key in sorted(found, key=lambda one: one[3])]


def recheck_days(first: date, last: date, units: Iterable[str], at: datetime) -> list[CoverGap]:
    """Inside an action that changed who is there, or needed, on these days: `recheck` of every published roster of
    them. Answers the gaps that are open now; none where no roster is published for these days.

    A draft that is being published at this moment is waited for: it was checked against what was known before.
    """
    chosen, found = tuple(units), list[CoverGap]()
    rosters = Roster.objects.filter(begins__lte=last, ends__gt=first).order_by("pk").select_for_update()
    for roster in [one for one in rosters if one.state == Roster.State.PUBLISHED]:
        begins, ends = max(first - DAY, roster.begins), min(last + 2 * DAY, roster.ends)
        found += recheck(roster, units=chosen, begins=begins, ends=ends, at=at)
    return found


def look_again(officer: int, first: date, last: date | None, at: datetime) -> None:
    """Inside an action that changed what an officer gives from a day to a day, or from it on: they may leave a gap in a
    roster that is out, or close one."""
    rosters = Roster.objects.filter(state=Roster.State.PUBLISHED, ends__gt=first, begins__lte=last or date.max)
    if ends := list(rosters.values_list("ends", flat=True)):
        until = last or max(ends) - DAY
        recheck_days(first, until, units_of(officer, first, until), at)


def units_of(officer: int, first: date, last: date) -> set[str]:
    """The unit of an officer, and those that have them on a published roster on these days."""
    rows = PlannedDuty.objects.filter(
        roster__state=Roster.State.PUBLISHED, officer=officer, day__gte=first - DAY, day__lte=last
    )
    own = Post.objects.filter(officer=officer).values_list("unit", flat=True)
    return {*rows.values_list("unit", flat=True), *own} - {""}


def _whole(
    roster: Roster, units: tuple[str, ...], stood: list[CoverGap], begins: date, ends: date
) -> tuple[tuple[Shortfall, ...], Span]:
    """What the checker finds in a stretch that cuts no gap in two: it grows by a week where one lies over its edge."""
    while True:
        window = _instants(begins, ends)
        gaps = checked(roster, begins=begins, ends=ends, units=units).short
        known = [(one.begins, one.ends) for one in gaps] + [(one.begins, one.ends) for one in stood]
        spans = [one for one in known if _touches(one, window)]
        before = begins > roster.begins and any(first <= window[0] for first, _ in spans)
        after = ends < roster.ends and any(last >= window[1] for _, last in spans)
        if not before and not after:
            return gaps, window
        begins = max(begins - WEEK * DAY, roster.begins) if before else begins
        ends = min(ends + WEEK * DAY, roster.ends) if after else ends


def _instants(begins: date, ends: date) -> Span:
    """The first and the last instant of the force days of a stretch."""
    hour = time(law_of("duty").value("force_day.begins", on=begins).number)
    return local(begins, hour), local(ends, hour)


def _touches(span: Span, window: Span) -> bool:
    return span[0] < window[1] and span[1] > window[0]


def _within(row: CoverGap, window: Span) -> bool:
    return window[0] <= row.begins < window[1]


def _key(one: Shortfall) -> Key:
    return (one.unit, one.skill, one.call, one.begins, one.ends, one.needed, one.there)


def _row_key(row: CoverGap) -> Key:
    return (row.unit, row.skill, row.call, row.begins, row.ends, row.needed, row.there)


def _open(roster: Roster, one: Shortfall, cover: Cover, at: datetime) -> CoverGap:
    row = CoverGap.objects.create(
        roster=roster, unit=one.unit, skill=one.skill, call=one.call, begins=one.begins, ends=one.ends,
        needed=one.needed, there=one.there, found_at=at,
    )  # fmt: skip
    facts = gap_facts(row, cover)
    write(events.COVER_BROKEN, record=roster.ref, about=(row.ref,), facts=facts)
    promise(COVER_KEPT, record=row.ref, due=gap_due(row), facts=facts, about=(roster.ref,))
    return row


def _overlap(one: Key, other: Key) -> bool:
    return one[:3] == other[:3] and one[3] < other[4] and other[3] < one[4]


def _close(row: CoverGap, cover: Cover, at: datetime, *, changed: bool) -> None:
    """`changed`: another gap stands where this one was, so that it is neither kept nor broken."""
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    if changed:
        withdraw(COVER_KEPT, record=row.ref, why="The gap changed", never_owed=True)
        return
    write(events.COVER_MENDED, record=row.roster.ref, about=(row.ref,), facts=gap_facts(row, cover))
    if row.begins <= at:
        end(COVER_KEPT, record=row.ref)
    else:
        keep(COVER_KEPT, record=row.ref, at=at)


def gap_facts(row: CoverGap, cover: Cover) -> dict[str, object]:
    """A gap in words, for the ledger and the promise."""
    return {
        "unit": cover.units[row.unit].name if row.unit in cover.units else row.unit,
        "what": people_words(row.skill, call=row.call),
        "needed": row.needed,
        "there": row.there,
        "words": stretch(row.begins, row.ends),
        "minutes": int((row.ends - row.begins).total_seconds() // 60),
    }
