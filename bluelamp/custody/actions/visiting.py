"""A visit to the cell, or a rousing: written once, counted from when it was made (P27, P28)."""

from dataclasses import dataclass, replace
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.access.queries import SOURCE, any_restricted, restricted_among
from bluelamp.compiled import insert
from bluelamp.custody import care
from bluelamp.custody.actions.calling import call
from bluelamp.custody.care_keeping import owe_visit, settle_visit
from bluelamp.custody.events.care import ROUSED, VISITED
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Detention, Visit
from bluelamp.custody.rules import kept_on_a_phone, visits
from bluelamp.custody.rules.visits import Rousing, Visiting
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, insist, refused


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A visit made without signal: the phone's time, and when the server last gave that phone the time."""

    device_at: datetime
    contact_at: datetime


@action
def record_visit(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    words: str = "",
    rousing: Rousing | None = None,
    called: str = "",
    kept: Kept | None = None,
    visited_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Write a visit made now, at `visited_at` with a reason, or while there was no signal (`kept`).

    `called` names the healthcare professional or ambulance called; a rousing with a failed part needs one, and is
    never all right. The next visit is due from this one.
    """
    require(by, "custody.care")
    counted = _counted(kept, visited_at or at, at)
    found = lock(detention, while_frozen=WhileFrozen.CARE, **care.read_with_a_visit(counted.at))
    _insist_seen(by, found, at)
    if rousing:
        rousing = replace(rousing, healthcare_called=bool(called.strip()))
    insist(_may(found, counted.at, words, rousing, kept is not None, at))
    visit = _written(found, counted, words, rousing, kept, by, at)
    insert(visit)
    _move_on(found, visit.happened_at)
    _say(found, visit, reason_late or counted.words)
    if called.strip():
        call(by=by, at=at, detention=found.pk, kind="healthcare", who=called, why=_why(visit))
    return found.ref


def _counted(kept: Kept | None, visited_at: datetime, at: datetime) -> kept_on_a_phone.Counted:
    if kept is None:
        return kept_on_a_phone.Counted(at=visited_at)
    insist(kept_on_a_phone.may_send(device_at=kept.device_at, written_at=at, law=law_of("custody")))
    counted = kept_on_a_phone.counted_from(
        device_at=kept.device_at, contact_at=kept.contact_at, written_at=at, law=law_of("custody")
    )
    words = counted.words or "Made without signal and kept on the phone."
    return replace(counted, words=f"{words} Sent {spoken(at)}.")


def _insist_seen(by: Acting, found: Detention, at: datetime) -> None:
    records = [found.ref, found.person.ref]
    if not any_restricted(records):
        return
    for sight in restricted_among(by, records, at=at).values():
        if not sight.may_see:
            raise Refused(refused(sight.words, SOURCE))


def _may(
    found: Detention, visited_at: datetime, words: str, rousing: Rousing | None, kept: bool, at: datetime
) -> Verdict:
    visiting = Visiting(
        visited_at=visited_at,
        arrived_at=found.arrived_at,
        level=found.level,
        last_at=found.visited_at,
        away=found.away,  # type: ignore[attr-defined]
        kept_on_a_phone=kept,
    )
    possible = visits.may_visit(visiting=visiting, at=at)
    if not possible.allowed:
        return possible
    if rousing:
        return visits.may_save_rousing(rousing=rousing)
    return visits.visit_words_will_do(words=words, must_rouse=found.must_rouse)


def _written(
    found: Detention,
    counted: kept_on_a_phone.Counted,
    words: str,
    rousing: Rousing | None,
    kept: Kept | None,
    by: Acting,
    at: datetime,
) -> Visit:
    visit = Visit(
        detention=found,
        happened_at=counted.at,
        written_at=at,
        officer_id=officer_of(by),
        words=words,
        made_offline=kept is not None,
        device_at=kept.device_at if kept else None,
        time_words=counted.words,
    )
    if rousing:
        visit.kind = Visit.Kind.ROUSING
        visit.rousable, visit.rousable_words = rousing.rousable, rousing.rousable_words
        visit.answers, visit.answers_words = rousing.answers, rousing.answers_words
        visit.commands, visit.commands_words = rousing.commands, rousing.commands_words
        visit.all_right = visits.all_right(rousing=rousing).allowed
    return visit


def _move_on(found: Detention, visited_at: datetime) -> None:
    """The next visit is owed from this one; one that turns out older than another moves nothing."""
    if found.level is None or (found.visited_at and visited_at <= found.visited_at):
        return
    owed = care.next_after(visited_at, level=found.level, plan_minutes=found.plan_minutes)  # type: ignore[attr-defined]
    was_due = found.visit_due_at
    found.visited_at, found.visit_due_at = visited_at, owed.deadline.due
    found.save(update_fields=["visited_at", "visit_due_at"])
    settle_visit(found, was_due, visited_at)
    owe_visit(found, owed)


def _say(found: Detention, visit: Visit, reason: str) -> None:
    facts = {
        "level": found.level,
        "visit": visit.pk,
        "made_offline": visit.made_offline,
        "device_at": visit.device_at and visit.device_at.isoformat(),
        "next_due": found.visit_due_at and found.visit_due_at.isoformat(),
    }
    said = {"words": visit.words}
    event = VISITED
    if visit.kind == Visit.Kind.ROUSING:
        event = ROUSED
        facts |= {"result": "all right" if visit.all_right else "NOT all right", "all_right": visit.all_right}
        said |= {name: getattr(visit, name) for name in ("rousable_words", "answers_words", "commands_words")}
    say(event, found, facts, words=said, occurred_at=visit.happened_at, reason=reason)


def _why(visit: Visit) -> str:
    failed = [
        words
        for result, words in (
            (visit.rousable, "did not wake as expected"),
            (visit.answers, "did not answer as expected"),
            (visit.commands, "did not do as asked"),
        )
        if result is False
    ]
    why = f"Rousing: {', '.join(failed)}." if failed else visit.words
    return f"{why} Called {spoken(visit.happened_at)}, without signal." if visit.made_offline else why
