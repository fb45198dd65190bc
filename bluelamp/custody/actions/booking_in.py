"""Booking in as one flow: the desk's smaller actions in one transaction, each where it was filled in (P20, P21)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.actions.authorising import authorise, refuse_detention
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.cells import allocate_cell
from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.actions.particulars import Seen, record_particulars
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.actions.searching import SearchMade, search
from bluelamp.custody.desk_state import desk_state, still_to_be_done
from bluelamp.custody.events.desk import BOOKED_IN
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention
from bluelamp.custody.property_held import items_held
from bluelamp.custody.rules.risk import Assessing
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused

WHILE_BOOKING_IN = "Said while booking in, which was saved at its end"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Authorise, or not, with the grounds."""

    authorise: bool
    grounds: str
    necessity: tuple[str, ...] = ()
    enough_to_charge: bool = False


@dataclass(frozen=True, kw_only=True)
class RightAnswer:
    """One right told, `ago` before it was saved."""

    right: str
    response: str
    words: str = ""
    adult_present: bool | None = None
    ago: timedelta = timedelta(0)


@dataclass(frozen=True, kw_only=True)
class Risk:
    """The assessment, what was handed over, further marks, and the number the officer means to write."""

    assessing: Assessing
    handed_over: str = ""
    marked: tuple[str, ...] = ()
    n: int | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The first care plan."""

    level: int
    why: str
    must_rouse: bool = False
    plan_minutes: int | None = None
    observer: str = ""


@dataclass(frozen=True, kw_only=True)
class Booking:
    """What was filled in. What is None or empty is left for later, and the record says so."""

    decision: Decision | None = None
    seen: Seen | None = None
    rights: tuple[RightAnswer, ...] = ()
    risk: Risk | None = None
    search: SearchMade | None = None
    taken: Taken | None = None
    seal: str = ""
    plan: Plan | None = None
    cell: int | None = None
    cell_why: str = ""


@action
def book_in(*, by: Acting, at: datetime, detention: int, booking: Booking, key: str | None = None) -> str:
    """Save a booking in whole or not at all. Only the law's own conditions refuse; what is left out is said.

    A refusal to detain is saved last: what was asked and told before stays on the record, and what was taken goes
    back with the person.
    """
    require(by, "custody.book_in")
    _insist_undecided(lock(detention), booking.decision)
    if booking.decision and booking.decision.authorise:
        _decide(by, at, detention, booking.decision)
    _ask_and_tell(by, at, detention, booking)
    _search_and_keep(by, at, detention, booking)
    if booking.decision and not booking.decision.authorise:
        _decide(by, at, detention, booking.decision)
    else:
        _plan_and_place(by, at, detention, booking)
    found = _whole(detention)
    in_cell = found.stays.filter(during__upper_inf=True).exists()
    left = still_to_be_done(found, desk_state(found.pk), at=at, in_cell=in_cell)
    things = f"{len(left)} thing{'' if len(left) == 1 else 's'}" if left else "nothing"
    say(BOOKED_IN, found, {"left": things, "missing": len(left)})
    return found.ref


def _insist_undecided(found: Detention, decision: Decision | None) -> None:
    """Two sergeants at once: the second reads what the first decided, before anything else is refused."""
    if decision and found.authorised_at:
        done = f"{spoken(found.authorised_at)} by {found.authorised_by}: {found.grounds}"
        words = f"Detention was authorised meanwhile, {done} Nothing of yours is saved yet: leave the decision out."
        raise Refused(refused(words, "Order of events", field="decision"))


def _decide(by: Acting, at: datetime, detention: int, decision: Decision) -> None:
    with _at(why="grounds"):
        if not decision.authorise:
            back = [item.pk for item in items_held(Detention(pk=detention))]
            refuse_detention(by=by, at=at, detention=detention, why=decision.grounds, given_back=back)
            return
        authorise(
            by=by,
            at=at,
            detention=detention,
            grounds=decision.grounds,
            necessity=decision.necessity,
            enough_to_charge=decision.enough_to_charge,
        )


def _ask_and_tell(by: Acting, at: datetime, detention: int, booking: Booking) -> None:
    if booking.seen:
        record_particulars(by=by, at=at, detention=detention, seen=booking.seen)
    for one in booking.rights:
        with _at(words=f"{one.right}_words", response=one.right, told_at=one.right):
            tell_right(
                by=by,
                at=at,
                detention=detention,
                right=one.right,
                response=one.response,
                words=one.words,
                adult_present=one.adult_present,
                told_at=at - one.ago,
                reason_late=WHILE_BOOKING_IN,
            )
    if booking.risk:
        risk = booking.risk
        assess_risk(by=by, at=at, detention=detention, assessing=risk.assessing, handed_over=risk.handed_over,
                    marked=risk.marked, n=risk.n)  # fmt: skip


def _search_and_keep(by: Acting, at: datetime, detention: int, booking: Booking) -> None:
    if booking.search:
        with _at(level="search_level", reasons="search_reasons", authority="search_level"):
            search(by=by, at=at, detention=detention, made=booking.search)
    if booking.taken:
        with _at(items="things"):
            take_property(by=by, at=at, detention=detention, taken=booking.taken, seal=booking.seal)


def _plan_and_place(by: Acting, at: datetime, detention: int, booking: Booking) -> None:
    plan = booking.plan
    if plan:
        with _at(level="plan_level", why="plan_why", observer="plan_observer"):
            set_care_plan(by=by, at=at, detention=detention, level=plan.level, why=plan.why,
                          plan_minutes=plan.plan_minutes, must_rouse=plan.must_rouse,
                          observer=plan.observer)  # fmt: skip
    if booking.cell is not None:
        with _at(reason="cell_why"):
            allocate_cell(by=by, at=at, detention=detention, cell=booking.cell, why=booking.cell_why)


def _whole(detention: int) -> Detention:
    return Detention.objects.select_related("person", "arrest", "suite").get(pk=detention)


@contextmanager
def _at(**fields: str) -> Iterator[None]:
    """A refusal of a smaller action belongs to the field of the one page where it was filled in."""
    try:
        yield
    except Refused as refusal:
        verdict = refusal.verdict
        raise Refused(replace(verdict, field=fields.get(verdict.field, verdict.field))) from refusal
