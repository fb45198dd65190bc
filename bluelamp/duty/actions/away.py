"""Days away: leave asked for and decided, court, training and sickness entered, days off wished for, hours offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.gaps import look_again
from bluelamp.duty.models import Absence, DutyNotice, OfferedHours, Wish
from bluelamp.duty.owed import LEAVE_DECIDED, leave_due
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.rules.words import stretch
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.verdict import Refused, insist, refused

LONGEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class AwayDays:
    """One officer away from the day `first` to the day `last`, both included."""

    officer: int
    kind: Away
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Hours that one special offers; `employer`: their employer gives the time."""

    officer: int
    since: datetime
    until: datetime
    employer: bool = False


@action
def enter_away(*, away: Sequence[AwayDays], by: Acting, at: datetime, key: str | None = None) -> list[str]:
    """Enter days away that are settled: granted leave, court, training, sickness. Answers their references."""
    require(by, "duty.plan", "duty.run_day")
    for one in away:
        _insist_days(one.first, one.last)
    made = Absence.objects.bulk_create(
        Absence(officer_id=one.officer, kind=one.kind.value, first=one.first, last=one.last, told_at=at) for one in away
    )
    for row in made:
        write(events.ABSENCE_ENTERED, record=row.ref, about=(f"officer:{row.officer_id}",), facts=_facts(row))
        look_again(row.officer_id, row.first, row.last, at)
    return [row.ref for row in made]


@action
def ask_leave(*, first: date, last: date, by: Acting, at: datetime, key: str | None = None) -> str:
    """An officer asks for leave; a planner owes them a decision."""
    require(by, "duty.mine")
    _insist_days(first, last)
    officer = officer_of(by)
    kind, state = Away.LEAVE.value, Absence.State.ASKED
    live = (Absence.State.ASKED, Absence.State.GRANTED)
    if Absence.objects.filter(officer=officer, kind=kind, state__in=live, first__lte=last, last__gte=first).exists():
        insist(refused("Leave on some of these days was asked for already.", "One request a day", field="first"))
    row = Absence.objects.create(officer_id=officer, kind=kind, state=state, first=first, last=last, told_at=at)
    write(events.ABSENCE_ASKED, record=row.ref, about=(by.ref,), facts=_facts(row))
    facts = {"first": spoken_day(first), "last": spoken_day(last)}
    promise(LEAVE_DECIDED, record=row.ref, due=leave_due(at), facts=facts, words={"who": by.name}, about=(by.ref,))
    return row.ref


@action
def decide_leave(*, absence: int, grant: bool, why: str = "", by: Acting, at: datetime, key: str | None = None) -> str:
    """Grant leave or refuse it with a reason. Raises Refused for one's own, and where it was decided already."""
    require(by, "duty.plan")
    row = Absence.objects.select_for_update().get(pk=absence)
    if row.officer_id == by.officer_id:
        insist(refused("Nobody decides their own leave: another planner does.", "Force policy"))
    if row.state != Absence.State.ASKED:
        insist(refused(f"This leave was {row.get_state_display().lower()} already.", "Order of events"))
    if not grant and not why.strip():
        insist(refused("Say why it is refused: the officer reads it.", "Force policy", field="why"))
    row.state = Absence.State.GRANTED if grant else Absence.State.REFUSED
    row.save(update_fields=["state"])
    write(events.ABSENCE_DECIDED, record=row.ref, about=(f"officer:{row.officer_id}",), facts=_facts(row), reason=why)
    keep(LEAVE_DECIDED, record=row.ref, at=at)
    if grant:
        look_again(row.officer_id, row.first, row.last, at)
    _tell_decided(row, why.strip(), at)
    return row.ref


@action
def withdraw_leave(*, absence: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """An officer takes back leave that has not begun."""
    require(by, "duty.mine")
    row = Absence.objects.select_for_update().get(pk=absence)
    if row.officer_id != officer_of(by):
        insist(refused("Only the officer whose leave it is takes it back.", "Force policy"))
    if row.kind != Away.LEAVE.value or row.state not in (Absence.State.ASKED, Absence.State.GRANTED):
        insist(refused(f"This leave was {row.get_state_display().lower()} already.", "Order of events"))
    was_asked = row.state == Absence.State.ASKED
    row.state = Absence.State.WITHDRAWN
    row.save(update_fields=["state"])
    write(events.ABSENCE_DECIDED, record=row.ref, about=(by.ref,), facts=_facts(row))
    if was_asked:
        keep(LEAVE_DECIDED, record=row.ref, at=at)
    else:
        look_again(row.officer_id, row.first, row.last, at)
    return row.ref


@action
def wish_day_off(*, day: date, strength: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Say how much a day off is wished for: 1 to 3, or 0 to take the wish back."""
    require(by, "duty.mine")
    officer = officer_of(by)
    if not 0 <= strength <= 3:
        insist(refused("A wish is 1, 2 or 3 strong.", "Force policy", field="strength"))
    Wish.objects.filter(officer=officer, day=day).delete()
    if strength:
        Wish.objects.create(officer_id=officer, day=day, strength=strength)
    write(events.DAY_OFF_WISHED, record=by.ref, facts={"day": day.isoformat(), "strength": strength})
    return by.ref


@action
def offer_hours(*, offers: Sequence[Offer], by: Acting, at: datetime, key: str | None = None) -> list[str]:
    """Hours that specials offer: their own, or taken down by a planner. Up to a day at once, none that are over."""
    require(by, "duty.mine", "duty.plan")
    for one in offers:
        _insist_offer(one, by, at)
    try:
        with transaction.atomic():
            rows = OfferedHours.objects.bulk_create(
                OfferedHours(
                    officer_id=one.officer,
                    during=DateTimeTZRange(one.since, one.until),
                    employer=one.employer,
                    offered_at=at,
                )
                for one in offers
            )
    except IntegrityError as error:
        if "one_offer_at_a_time" not in str(error):
            raise
        words = "Some of these hours are offered already."
        raise Refused(refused(words, "Hours offered once", field="starts")) from error
    for one in offers:
        facts = {"since": one.since.isoformat(), "until": one.until.isoformat(), "words": stretch(one.since, one.until)}
        write(events.HOURS_OFFERED, record=f"officer:{one.officer}", facts=facts)
    return [row.ref for row in rows]


def _insist_offer(one: Offer, by: Acting, at: datetime) -> None:
    if not by.may("duty.plan") and one.officer != by.officer_id:
        insist(refused("Hours are offered by the one whose they are.", "Force policy"))
    if one.until <= one.since or one.until - one.since > timedelta(hours=24):
        insist(refused("Offer up to 24 hours that end after they begin.", "Order of events", field="until"))
    if one.until <= at:
        insist(refused("These hours are over.", "Order of events", field="since"))


@action
def withdraw_hours(*, offer: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take offered hours back: never with a penalty, and never asked why (S5)."""
    require(by, "duty.mine", "duty.plan")
    row = OfferedHours.objects.select_for_update().get(pk=offer)
    if not by.may("duty.plan") and row.officer_id != by.officer_id:
        insist(refused("Only who offered hours takes them back.", "Force policy"))
    if row.withdrawn_at:
        insist(refused("These hours were taken back already.", "Order of events"))
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    write(events.HOURS_WITHDRAWN, record=f"officer:{row.officer_id}", facts={"offer": row.pk})
    return row.ref


def _tell_decided(row: Absence, why: str, at: datetime) -> None:
    """The officer reads the decision, and the reason of a refusal, among what they are told."""
    state, because = Absence.State(row.state).label.lower(), f" {why}" if why else ""
    words = f"Your leave, {spoken_day(row.first)} to {spoken_day(row.last)}, is {state}.{because}"
    DutyNotice.objects.create(officer_id=row.officer_id, words=words[:300], told_at=at)


def _insist_days(first: date, last: date) -> None:
    if last < first:
        insist(refused("The last day is not before the first.", "Order of events", field="last"))
    if last - first > LONGEST:
        insist(refused("That is more than a year: enter it in parts.", "Force policy", field="last"))


def _facts(row: Absence) -> dict[str, object]:
    return {
        "kind": Absence.KINDS[row.kind],
        "first": spoken_day(row.first),
        "last": spoken_day(row.last),
        "state": Absence.State(row.state).label.lower(),
    }
