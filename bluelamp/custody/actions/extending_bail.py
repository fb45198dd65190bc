"""Bail extended rung by rung: by an officer of the rank the law asks for, or by a magistrates' court (B3, B4)."""

from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.bails import last_day, period_of
from bluelamp.custody.clocks import decider
from bluelamp.custody.events import bail as events
from bluelamp.custody.keeping import lock_bail, say_of_bail
from bluelamp.custody.models import Bail, BailPause, BailStep
from bluelamp.custody.owed.bail import BAIL_END, BAIL_RESULT, owe_bail_end, owe_result
from bluelamp.custody.rules.police_bail import (
    FURTHER,
    ExtendingBail,
    Rung,
    may_court_extend,
    may_extend_bail,
    may_return_by,
    said,
)
from bluelamp.deadlines.instants import instant, spoken, spoken_day
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Met:
    """Conditions A to D of s.47ZC as the decider finds them, who was told first and what they said."""

    suspicion: bool = False
    further_time_needed: bool = False
    diligent: bool = False
    necessary_and_proportionate: bool = False
    told_first_at: datetime | None = None
    representations: str = ""
    prosecutor_consulted: bool = False


@action
def extend_bail(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    to: str,
    met: Met,
    why: str,
    return_on: date | None = None,
    sooner_because: str = "",
    key: str | None = None,
) -> str:
    """Extend bail to the next rung before its period ends, representations considered first (PACE s.47ZC to s.47ZE)."""
    require(by, "custody.review", "custody.extend", "custody.release")
    found = lock_bail(bail)
    asked = _asked(found, Rung(to), met, at)
    insist(may_extend_bail(extending=asked, decider=decider(by, found.detention), law=law_of("custody"), at=at))
    if not why.strip():
        raise Refused(refused("Write why bail is extended.", "PACE s.47ZC", field="why"))
    found.rung = asked.to.value
    _settle_end(found, at, return_on, sooner_because)
    step = _step(found, by, at, asked.to, met, why)
    owe_result(step, found)
    facts = {"rung": to, "by_rank": by.regular_rank.replace("_", " "), "until_words": _until(found)}
    say_of_bail(events.BAIL_EXTENDED, found, facts, words={"why": why, "representations": met.representations})
    return found.ref


@action
def apply_to_court_for_bail(
    *, by: Acting, at: datetime, bail: int, rung: str, court: str, met: Met, why: str, key: str | None = None
) -> str:
    """Apply to a magistrates' court to extend bail; made in time, bail goes on until the court decides (s.47ZF, ZJ)."""
    require(by, "custody.release", "custody.review", "custody.extend", "cases.charge")
    found = lock_bail(bail)
    if found.court_applied_at and found.court_decided_at is None:
        raise Refused(refused(f"Applied already, {spoken(found.court_applied_at)}.", "PACE s.47ZF"))
    insist(may_court_extend(extending=_asked(found, Rung(rung), met, at), law=law_of("custody"), at=at))
    if not court.strip():
        raise Refused(refused("Say which court.", "PACE s.47ZF", field="court"))
    found.court_applied_at, found.court_decided_at = at, None
    found.save(update_fields=["court_applied_at", "court_decided_at"])
    owe_bail_end(found, at)
    facts = {"rung": rung, "rung_words": said(Rung(rung)), "court": court}
    say_of_bail(events.BAIL_COURT_ASKED, found, facts, words={"why": why, "representations": met.representations})
    return found.ref


@action
def court_decided_bail(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    granted: bool,
    rung: str,
    court: str,
    why: str,
    decided_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Record what the court decided on bail; refused, bail ends when the court says so, or with its period (s.47ZJ)."""
    require(by, "custody.release", "custody.review", "custody.extend", "cases.charge")
    found = lock_bail(bail)
    when = decided_at or at
    _insist_waiting(found, when, at)
    found.court_decided_at = when
    found.save(update_fields=["court_decided_at"])
    if granted:
        _granted(found, by, when, Rung(rung), court, why)
    else:
        _refused(found, when, court, why)
    return found.ref


@action
def tell_bail_result(
    *, by: Acting, at: datetime, bail: int, words: str, n: int | None = None, key: str | None = None
) -> str:
    """The suspect or their representative is told what was decided on bail (s.47ZD(7))."""
    require(by, "custody.release", "custody.review", "custody.extend", "cases.charge")
    found = lock_bail(bail)
    step = found.steps.filter(n__gt=1, result_told_at=None, **({"n": n} if n else {})).order_by("n").first()
    if step is None:
        raise Refused(refused("Every decision on this bail has been told.", "Order of events"))
    if not words.strip():
        raise Refused(refused("Say who was told and how.", "PACE s.47ZD(7)", field="words"))
    step.result_told_at = at
    step.save(update_fields=["result_told_at"])
    keep(BAIL_RESULT, record=found.ref, slot=str(step.n), at=at)
    say_of_bail(events.BAIL_RESULT_TOLD, found, {"n": step.n}, words={"words": words})
    return found.ref


def _asked(found: Bail, to: Rung, met: Met, at: datetime) -> ExtendingBail:
    period = period_of(found, at)
    waiting = found.pauses.filter(kind=BailPause.Kind.PROSECUTOR, ended_on=None).exists()
    return ExtendingBail(
        arrested_at=found.arrest.arrested_at,
        now_on=Rung(found.rung),
        to=to,
        suspicion=met.suspicion,
        further_time_needed=met.further_time_needed,
        diligent=met.diligent,
        necessary_and_proportionate=met.necessary_and_proportionate,
        suspect_told_first=met.told_first_at is not None and met.told_first_at <= at,
        period_ends_at=period.ends.due if period.ends else None,
        with_prosecutor=waiting,
        prosecutor_consulted=met.prosecutor_consulted,
    )


def _insist_waiting(found: Bail, when: datetime, at: datetime) -> None:
    if found.court_applied_at is None or found.court_decided_at:
        raise Refused(refused("No application is waiting for the court.", "PACE s.47ZF"))
    if instant(when) > instant(at) or when < found.court_applied_at:
        words = f"The court decides after the application, {spoken(found.court_applied_at)}, and not in the future."
        raise Refused(refused(words, "Order of events", field="decided_at"))


def _refused(found: Bail, when: datetime, court: str, why: str) -> None:
    """The period that is left runs on; where none is left, bail ends with the decision (s.47ZJ)."""
    ends = owe_bail_end(found, when)
    if ends and ends.due <= instant(when):
        found.ended_at, found.outcome, found.outcome_words = when, "court_refused", why
        found.save(update_fields=["ended_at", "outcome", "outcome_words"])
        withdraw(BAIL_END, record=found.ref, why="The court decided and the period is over", never_owed=True)
    say_of_bail(events.BAIL_COURT_REFUSED, found, {"court": court}, words={"why": why})


def _granted(found: Bail, by: Acting, when: datetime, rung: Rung, court: str, why: str) -> None:
    if rung in FURTHER:
        found.further = [*found.further, rung.value]
    else:
        found.rung = rung.value
    _settle_end(found, when, None, "")
    step = _step(found, by, when, rung, Met(), why, court=court)
    owe_result(step, found)
    facts = {"rung": rung.value, "by_rank": court, "until_words": _until(found)}
    say_of_bail(events.BAIL_EXTENDED, found, facts, words={"why": why})


def _settle_end(found: Bail, at: datetime, return_on: date | None, sooner_because: str) -> None:
    period = period_of(found, at)
    found.ends_on = last_day(period)
    found.return_on = return_on or found.ends_on or found.return_on
    if return_on and period.ends:
        insist(
            may_return_by(
                day=return_on,
                ends_at=period.ends.due,
                arrested_at=found.arrest.arrested_at,
                law=law_of("custody"),
                sooner_because=sooner_because,
            )
        )
    found.save(update_fields=["rung", "further", "ends_on", "return_on"])
    owe_bail_end(found, at)


def _step(found: Bail, by: Acting, at: datetime, rung: Rung, met: Met, why: str, court: str = "") -> BailStep:
    last = found.steps.order_by("-n").first()
    return BailStep.objects.create(
        bail=found,
        n=last.n + 1 if last else 1,
        rung=rung.value,
        at=at,
        officer_id=officer_of(by),
        rank="" if court else by.regular_rank,
        court=court,
        until=found.ends_on,
        why=why,
        told_first_at=met.told_first_at,
        representations=met.representations,
    )


def _until(found: Bail) -> str:
    return spoken_day(found.ends_on) if found.ends_on else "a day not known while it stands still"
