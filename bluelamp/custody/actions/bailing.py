"""Bail before charge granted, its conditions varied, and its end; release under investigation (B1 to B7)."""

from collections.abc import Sequence
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.bails import OUTCOMES, last_day, period_from_here
from bluelamp.custody.clocks import decider
from bluelamp.custody.events import bail as events
from bluelamp.custody.keeping import lock, lock_bail, say_of_bail
from bluelamp.custody.models import Bail, BailPause, Detention, Investigation
from bluelamp.custody.owed.bail import BAIL_END, BAIL_RESULT, owe_bail_end, owe_investigation_review
from bluelamp.custody.rules.bail_period import Period
from bluelamp.custody.rules.police_bail import investigation_review, may_bail, may_return_by, may_set_conditions
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, every, insist, refused


@action
def grant_bail(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    until: date,
    conditions: Sequence[str] = (),
    why: str = "",
    views_sought: bool | None = None,
    views_why_not: str = "",
    sooner_because: str = "",
    key: str | None = None,
) -> str:
    """Bail somebody before charge to return on `until`: the last day of the period unless for a reason of s.47ZA.

    By a custody officer, necessary and proportionate, the victim's views on conditions sought first (s.47ZZA, s.50A).
    """
    require(by, "custody.release")
    found = lock(detention)
    period = _period(found, at)
    kept = [each.strip() for each in conditions if each.strip()]
    law = law_of("custody")
    insist(
        every(
            may_bail(necessary_and_proportionate=True, authorised_by=decider(by, found), law=law, at=at),
            may_set_conditions(conditions=kept, views_sought=views_sought, why_not=views_why_not),
            _may_return(found, period, until, sooner_because),
        )
    )
    made = _made(found, by, at, period)
    made.return_on, made.conditions, made.why = until, kept, why
    made.views_sought, made.views_why_not = views_sought, views_why_not
    made.save(force_insert=True)
    _carry_over(found, made)
    _first_step(made, by, at)
    owe_bail_end(made, at)
    facts = {"return_on": until.isoformat(), "return_words": spoken_day(until), "views_sought": views_sought}
    words = {"conditions": "; ".join(kept) or "none", "why": why, "views_why_not": views_why_not}
    say_of_bail(events.BAILED, made, facts, words=words)
    return made.ref


def _period(found: Detention, at: datetime) -> Period:
    if found.charged_at:
        raise Refused(refused("This person is charged: bail them to court.", "PACE s.38"))
    before = found.arrest and found.arrest.bails.filter(ended_at=None).first()
    if before:
        words = f"This person is on bail already for this arrest, granted {spoken(before.granted_at)}."
        raise Refused(refused(words, "PACE s.47ZA"))
    period = period_from_here(found, at)
    if period is None:
        raise Refused(refused("Nobody was arrested: there is nobody to bail.", "PACE s.34(5)"))
    if period.ends and period.ends.overdue(at):
        words = f"The bail period ended with {spoken_day(last_day(period) or local_day(at))}: it cannot be given again."
        raise Refused(refused(words, period.basis, field="until"))
    return period


def _may_return(found: Detention, period: Period, until: date, sooner_because: str) -> Verdict:
    if until < local_day(found.arrived_at):
        return refused("The return is before the arrival at the station.", "Order of events", field="until")
    arrested = found.arrest.arrested_at if found.arrest else found.arrived_at
    ends = period.ends.due if period.ends else None
    return may_return_by(
        day=until, ends_at=ends, arrested_at=arrested, law=law_of("custody"), sooner_because=sooner_because
    )


def _made(found: Detention, by: Acting, at: datetime, period: Period) -> Bail:
    made = Bail(
        detention=found,
        arrest=found.arrest,
        person=found.person,
        suite=found.suite,
        granted_at=at,
        granted_by_id=officer_of(by),
        starts_on=period.starts_on,
        ends_on=last_day(period),
    )
    if found.on_bail:
        made.rung, made.further = found.on_bail.rung, found.on_bail.further
    return made


def _carry_over(found: Detention, made: Bail) -> None:
    """The period is counted from the arrest, so the days on which it stood still under earlier bail stay with it."""
    before = found.on_bail.pauses.all() if found.on_bail else ()
    BailPause.objects.bulk_create(
        BailPause(bail=made, kind=each.kind, began_on=each.began_on, ended_on=each.ended_on, words=each.words)
        for each in before
    )


def _first_step(made: Bail, by: Acting, at: datetime) -> None:
    """The grant itself; the person is told of it at the desk."""
    made.steps.create(
        n=1,
        rung=made.rung,
        at=at,
        officer_id=officer_of(by),
        rank=by.regular_rank,
        until=made.ends_on,
        why=made.why,
        result_told_at=at,
    )


@action
def vary_bail(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    conditions: Sequence[str],
    why: str,
    views_sought: bool | None = None,
    views_why_not: str = "",
    key: str | None = None,
) -> str:
    """Vary the conditions of bail, or lift them all; the victim's views are sought first (s.47ZZA, s.47(1E))."""
    require(by, "custody.release")
    found = lock_bail(bail)
    kept = [each.strip() for each in conditions if each.strip()]
    insist(
        every(
            may_bail(
                necessary_and_proportionate=bool(why.strip()),
                authorised_by=decider(by, found.detention),
                law=law_of("custody"),
                at=at,
            ),
            may_set_conditions(conditions=kept, views_sought=views_sought, why_not=views_why_not),
        )
    )
    if kept == found.conditions:
        raise Refused(refused("These are the conditions already.", "Order of events", field="conditions"))
    found.conditions, found.views_sought, found.views_why_not = kept, views_sought, views_why_not
    found.save(update_fields=["conditions", "views_sought", "views_why_not"])
    words = {"conditions": "; ".join(kept) or "none", "why": why, "views_why_not": views_why_not}
    say_of_bail(events.BAIL_VARIED, found, {"views_sought": views_sought}, words=words)
    return found.ref


@action
def end_bail(*, by: Acting, at: datetime, bail: int, outcome: str, why: str, key: str | None = None) -> str:
    """Cancel bail or end it with what came of it; the promise of its end is kept, or late where the period is over.

    Ended as under investigation, it goes on as a release under investigation, which a supervisor looks at.
    """
    require(by, "custody.release")
    found = lock_bail(bail)
    if outcome not in OUTCOMES or outcome == "court_refused":
        raise Refused(refused("Choose how this bail ends.", "PACE s.37, s.47", field="outcome"))
    if not why.strip():
        raise Refused(refused("Say why bail ends.", "Code C 2.1", field="why"))
    found.ended_at, found.outcome, found.outcome_words = at, outcome, why
    found.save(update_fields=["ended_at", "outcome", "outcome_words"])
    keep(BAIL_END, record=found.ref, at=at)
    withdraw(BAIL_RESULT, record=found.ref, slot=EVERY_SLOT, why="Bail has ended")
    facts = {"outcome": outcome, "outcome_words": OUTCOMES[outcome]}
    say_of_bail(events.BAIL_ENDED, found, facts, words={"why": why})
    if outcome == "under_investigation":
        _under_investigation(found.detention, by, at, why)
    return found.ref


@action
def release_under_investigation(
    *, by: Acting, at: datetime, detention: int, why: str = "", key: str | None = None
) -> str:
    """Note a release under investigation: no conditions and no date; a supervisor looks at it by force policy (B7)."""
    require(by, "custody.release")
    found = lock(detention)
    if found.charged_at:
        raise Refused(refused("This person is charged: nothing is left to investigate under.", "PACE s.37"))
    return _under_investigation(found, by, at, why).ref


def _under_investigation(found: Detention, by: Acting, at: datetime, why: str) -> Investigation:
    made = Investigation(
        detention=found, arrest=found.arrest, person=found.person, released_at=at, officer_id=by.officer_id, why=why
    )
    made.review_due_at = investigation_review(since=at, law=law_of("custody")).due
    made.save(force_insert=True)
    due = owe_investigation_review(made)
    facts = {"review_due_at": due.due.isoformat()}
    write(
        events.UNDER_INVESTIGATION,
        record=made.ref,
        about=(found.person.ref, found.ref),
        facts=facts,
        words={"why": why},
    )
    return made
