"""Swaps: offered by one officer, agreed by the other, and made in that moment if every rule still allows it."""

from datetime import datetime

from django.db.models import Q

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.changing import set_duty
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import recheck
from bluelamp.duty.models import DutyNotice, PlannedDuty, Roster, Swap
from bluelamp.duty.published import as_duty
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.words import stretch
from bluelamp.duty.swap_facts import GONE, SwapFacts
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, Verdict, insist, refused

OPEN = Swap.State.OFFERED


@action
def offer_swap(*, gives: int, takes: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Offer one of one's own duties for a colleague's, both by their numbers; the colleague is told.

    Raises Refused for somebody else's duty, for one that is gone, where it was offered already, and with every rule
    that the swap would break and its source.
    """
    require(by, "duty.mine")
    rows = PlannedDuty.objects.in_bulk([gives, takes])
    if len(rows) < 2:
        raise Refused(GONE)
    own, other = rows[gives], rows[takes]
    roster = _locked(own.roster_id)
    if own.officer_id != officer_of(by) or own.officer_id == other.officer_id:
        insist(refused("Offer one of your own duties for a colleague's.", "Force policy"))
    facts = {
        "roster": roster, "giver_id": own.officer_id, "taker_id": other.officer_id, "gives": own.day,
        "gives_shift": own.shift, "takes": other.day, "takes_shift": other.shift,
    }  # fmt: skip
    if Swap.objects.filter(state=OPEN, **facts).exists():
        insist(refused("You offered this swap already.", "One offer at a time"))
    insist(_weighed(roster, own, other, at))
    row = Swap.objects.create(offered_at=at, **facts)
    written = {"gives": _words(own), "takes": _words(other)}
    write(events.SWAP_OFFERED, record=row.ref, about=(by.ref, f"officer:{row.taker_id}"), facts=written)
    _tell(row.taker_id, f"{by.name} offers you {_words(own)} for your {_words(other)}. Agree or decline.", at)
    return row.ref


@action
def agree_swap(*, swap: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Agree to a swap: weighed again with the roster locked, then both duties change hands and both are told.

    Raises Refused with the rule and its source where the swap was allowed when it was offered and no longer is.
    """
    require(by, "duty.mine")
    row, roster = _open_swap(swap)
    if row.taker_id != officer_of(by):
        insist(refused("Only the officer who was asked agrees.", "Force policy"))
    own, other = _as_offered(row)
    insist(_weighed(roster, own, other, at))
    _exchange(roster, own, other)
    _changed(roster, by, at, own, other)
    _answered(row, Swap.State.MADE, at)
    days = (own.day, other.day)
    recheck(roster, units=[own.unit], begins=min(days) - DAY, ends=max(days) + 2 * DAY, at=at)
    _tell(row.giver_id, f"Your swap is made: you have {_words(other)}, no longer {_words(own)}.", at)
    _tell(row.taker_id, f"Your swap is made: you have {_words(own)}, no longer {_words(other)}.", at)
    _end_overtaken(row, at)
    return row.ref


@action
def decline_swap(*, swap: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Say no to a swap, without a reason; who offered it is told."""
    require(by, "duty.mine")
    row, _ = _open_swap(swap)
    if row.taker_id != officer_of(by):
        insist(refused("Only the officer who was asked declines.", "Force policy"))
    _answered(row, Swap.State.DECLINED, at)
    _tell(row.giver_id, f"{by.name} declined your swap for {spoken_day(row.takes)}.", at)
    return row.ref


@action
def withdraw_swap(*, swap: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take an offer back before it is agreed; who was asked is told."""
    require(by, "duty.mine")
    row, _ = _open_swap(swap)
    if row.giver_id != officer_of(by):
        insist(refused("Only the officer who offered the swap takes it back.", "Force policy"))
    _answered(row, Swap.State.WITHDRAWN, at)
    _tell(row.taker_id, f"{by.name} took back the swap offered for {spoken_day(row.takes)}.", at)
    return row.ref


def _locked(roster: int) -> Roster:
    row = Roster.objects.select_for_update().get(pk=roster)
    if row.state != Roster.State.PUBLISHED:
        insist(refused("Duties are swapped once the roster is published.", "Order of events"))
    return row


def _open_swap(swap: int) -> tuple[Swap, Roster]:
    """The swap, with its roster locked first: every change to a roster waits for that row."""
    known = Swap.objects.filter(pk=swap).first()
    if known is None:
        raise Refused(GONE)
    roster = _locked(known.roster_id)
    row = Swap.objects.select_for_update().get(pk=swap)
    if row.state != OPEN:
        insist(refused(f"This swap was {row.get_state_display().lower()} already.", "Order of events"))
    return row, roster


def _as_offered(row: Swap) -> tuple[PlannedDuty, PlannedDuty]:
    """The two duties as they were offered. Raises Refused where one of them is no longer so."""
    shifts = cover_in_force().shifts
    found = []
    for officer, day, shift in ((row.giver_id, row.gives, row.gives_shift), (row.taker_id, row.takes, row.takes_shift)):
        duty = PlannedDuty.objects.filter(roster=row.roster_id, officer=officer, day=day, shift=shift).first()
        if duty is None or shift not in shifts:
            raise Refused(GONE)
        found.append(duty)
    return found[0], found[1]


def _weighed(roster: Roster, own: PlannedDuty, other: PlannedDuty, at: datetime) -> Verdict:
    if own.roster_id != other.roster_id:
        return refused("Both duties must be of one roster.", "Force policy: swaps are like for like")
    return SwapFacts(roster, own.unit, officers=(own.officer_id, other.officer_id)).verdict(own, other, at=at)


def _exchange(roster: Roster, own: PlannedDuty, other: PlannedDuty) -> None:
    """Take both duties away, then give each to the other: on one day neither may stand in the other's way."""
    shifts, source = cover_in_force().shifts, PlannedDuty.Source.SWAP
    on_call = as_duty(own).on_call
    for one in (own, other):
        set_duty(roster, officer=one.officer_id, unit=one.unit, day=one.day, shift=None, on_call=on_call)
    for one, to in ((own, other.officer_id), (other, own.officer_id)):
        set_duty(
            roster, officer=to, unit=one.unit, day=one.day, shift=shifts[one.shift], on_call=on_call, source=source
        )


def _changed(roster: Roster, by: Acting, at: datetime, own: PlannedDuty, other: PlannedDuty) -> None:
    roster.version += 1
    roster.changed_by, roster.changed_at = by.name, at
    roster.changed_words = f"a swap of {_words(own)} and {_words(other)}"[:200]
    roster.save(update_fields=["version", "changed_by", "changed_at", "changed_words"])
    for one, then in ((own, other), (other, own)):
        shifts = {one.day: (one.shift, ""), then.day: ("", then.shift)}
        if one.day == then.day:
            shifts = {one.day: (one.shift, then.shift)}
        for day, (before, after) in shifts.items():
            facts = {"day": day.isoformat(), "before": before or "off", "after": after or "off"}
            about = (f"officer:{one.officer_id}",)
            write(events.DUTY_CHANGED, record=roster.ref, about=about, facts={**facts, "version": roster.version})


def _answered(row: Swap, state: Swap.State, at: datetime) -> None:
    row.state, row.answered_at = state, at
    row.save(update_fields=["state", "answered_at"])
    about = (f"officer:{row.giver_id}", f"officer:{row.taker_id}")
    write(events.SWAP_ANSWERED, record=row.ref, about=about, facts={"state": state.label.lower()})


def _end_overtaken(made: Swap, at: datetime) -> None:
    """Other open offers of the two duties that have just changed hands are over; both of each are told."""
    ours = Q(giver=made.giver_id, gives=made.gives) | Q(taker=made.giver_id, takes=made.gives)
    theirs = Q(giver=made.taker_id, gives=made.takes) | Q(taker=made.taker_id, takes=made.takes)
    for row in Swap.objects.filter(ours | theirs, roster=made.roster_id, state=OPEN).select_for_update():
        _answered(row, Swap.State.WITHDRAWN, at)
        for officer in {row.giver_id, row.taker_id}:
            _tell(officer, f"The swap offered for {spoken_day(row.takes)} is over: a duty has changed hands.", at)


def _words(row: PlannedDuty) -> str:
    """Late, Tue 24 Nov 2026, 15:00 to 24:00."""
    shift = cover_in_force().shifts.get(row.shift)
    duty = as_duty(row)
    return f"{shift.name if shift else row.shift}, {stretch(duty.begins, duty.ends)}"


def _tell(officer: int, words: str, at: datetime) -> None:
    DutyNotice.objects.create(officer_id=officer, words=words[:300], told_at=at)
