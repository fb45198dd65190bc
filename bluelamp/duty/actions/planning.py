"""Making a roster: drafts, hand changes, searches asked for and what they found."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.changing import ROWS_AT_ONCE, insist_seen, put, set_duty
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import PlannedDuty, Roster, Search
from bluelamp.duty.rules.planning import Planned
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

LEAST, MOST = timedelta(weeks=13), timedelta(weeks=26)
SECONDS = range(5, 601)


@action
def draft(*, begins: date, ends: date, by: Acting, at: datetime, key: str | None = None) -> str:
    """Begin a roster: from a Monday, for 13 to 26 whole weeks. `ends` is the first day that it no longer covers."""
    require(by, "duty.plan")
    if begins.weekday() or ends.weekday():
        insist(refused("A roster begins on a Monday and runs for whole weeks.", "Force policy", field="begins"))
    if not LEAST <= ends - begins <= MOST:
        insist(refused("A roster covers 13 to 26 weeks.", "Police Regulations 2003 reg. 22", field="ends"))
    row = Roster.objects.create(begins=begins, ends=ends, changed_by=by.name, changed_at=at, made_at=at)
    write(events.ROSTER_DRAFTED, record=row.ref, facts=_period(row))
    return row.ref


@action
def copy(*, roster: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """A draft with the same duties, to try something on and compare."""
    require(by, "duty.plan")
    known = Roster.objects.get(pk=roster)
    row = Roster.objects.create(
        begins=known.begins, ends=known.ends, changed_by=by.name, changed_at=at, made_at=at, copied_from=known,
        units=known.units,
    )  # fmt: skip
    duties = list(known.duties.all())
    for one in duties:
        one.pk, one.roster = None, row
    PlannedDuty.objects.bulk_create(duties, batch_size=ROWS_AT_ONCE)
    write(events.ROSTER_DRAFTED, record=row.ref, about=(known.ref,), facts=_period(row))
    return row.ref


@action
def drop(*, roster: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Put a draft aside; it can still be looked at."""
    require(by, "duty.plan")
    row = _draft(roster)
    row.state = Roster.State.DROPPED
    row.save(update_fields=["state"])
    write(events.ROSTER_DROPPED, record=row.ref)
    return row.ref


@action
def change_duty(
    *, roster: int, officer: int, unit: str, day: date, shift: str, on_call: bool, version: int, by: Acting,
    at: datetime, key: str | None = None,
) -> str:  # fmt: skip
    """Set one officer's shift on a day of a draft, "" for none; with `on_call`, whether they are on call instead.

    `version` is the one the planner looked at: where somebody else has changed the roster since, their change is
    shown and nothing is written. Rules broken by it are shown, not refused: publishing is what they stop.
    """
    require(by, "duty.plan")
    row = _draft(roster)
    insist_seen(row, version)
    cover = cover_in_force()
    before = set_duty(row, officer=officer, unit=unit, day=day, shift=cover.shifts.get(shift), on_call=on_call)
    words = f"{spoken_day(day)}: {before or 'off'} became {shift or 'off'}"
    _changed(row, by, at, words)
    facts = {"day": day.isoformat(), "before": before or "off", "after": shift or "off", "version": row.version}
    write(events.DUTY_CHANGED, record=row.ref, about=(f"officer:{officer}",), facts=facts)
    return row.ref


@action
def ask_search(*, roster: int, seconds: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Ask for a search of so many seconds a block; it goes on in the background."""
    require(by, "duty.plan")
    row = _draft(roster)
    if seconds not in SECONDS:
        insist(refused("A search takes 5 to 600 seconds a block.", "Force policy", field="seconds"))
    if row.searches.filter(state__in=(Search.State.WAITING, Search.State.RUNNING)).exists():
        insist(refused("A search for this roster is running. Stop it first.", "One search at a time"))
    Search.objects.create(roster=row, seconds=seconds, asked_by=by.name, asked_at=at)
    write(events.ROSTER_SEARCHED, record=row.ref, facts={"seconds": seconds})
    return row.ref


@action
def stop_search(*, roster: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Stop the search; the best roster so far stays."""
    require(by, "duty.plan")
    running = Search.objects.filter(roster=roster, state__in=(Search.State.WAITING, Search.State.RUNNING))
    if not running.update(stop_asked=True):
        insist(refused("No search is running.", "Order of events"))
    write(events.SEARCH_STOPPED, record=f"roster:{roster}")
    return f"roster:{roster}"


@action
def save_unit(
    *, roster: int, unit: str, planned: Sequence[Planned], points: int, bound: float, missing: int, by: Acting,
    at: datetime, key: str | None = None,
) -> str:  # fmt: skip
    """Write what a search found for a unit over what the draft held. Raises Refused once it is no longer a draft."""
    require(by, "duty.search")
    row, cover = _draft(roster), cover_in_force()
    row.duties.filter(unit=unit).delete()
    put(row, planned, dict(cover.shifts), unit, PlannedDuty.Source.SEARCH)
    row.units = {**row.units, unit: {"points": points, "bound": round(bound), "missing": missing}}
    _changed(row, by, at, f"a better roster of {cover.units[unit].name}")
    row.save(update_fields=["units"])
    facts = {"unit": cover.units[unit].name, "points": points, "missing": missing}
    write(events.UNIT_MADE, record=row.ref, facts=facts)
    return row.ref


def _draft(roster: int) -> Roster:
    row = Roster.objects.select_for_update().get(pk=roster)
    if row.state != Roster.State.DRAFT:
        insist(
            refused(f"This roster is {row.get_state_display().lower()}: it is frozen.", "Police Regulations reg. 22")
        )
    return row


def _changed(row: Roster, by: Acting, at: datetime, words: str) -> None:
    row.version += 1
    row.changed_by, row.changed_at, row.changed_words = by.name, at, words[:200]
    row.save(update_fields=["version", "changed_by", "changed_at", "changed_words"])


def _period(row: Roster) -> dict[str, object]:
    return {"first": spoken_day(row.begins), "last": spoken_day(row.last_day)}
