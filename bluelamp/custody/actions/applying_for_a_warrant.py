"""A warrant of further detention: applied for, issued or refused, and extended (PACE s.43, s.44; P16)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.clocks import limit_of
from bluelamp.custody.events.warrants import APPLIED, ISSUED, NOT_ISSUED
from bluelamp.custody.keeping import lock, restate_clocks, say
from bluelamp.custody.models import Application, Detention
from bluelamp.custody.owed.warrants import WARRANT
from bluelamp.custody.rules.detention_clock import extended_limit
from bluelamp.custody.rules.facts import Warrant
from bluelamp.custody.rules.warrants import Applying, Sworn, is_complete, may_apply, may_issue
from bluelamp.deadlines.instants import instant, spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, allowed, every, insist, refused

WHO = ("custody.arrest", "custody.authorise", "cases.charge")


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """The court applied to, whether it can sit before the limit, and when it will."""

    court: str
    can_sit_by_limit: bool = True
    sits_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Information:
    """What is sworn to. `copy_given`: the person has a copy; `new_evidence` where one was refused before."""

    grounds: str
    necessary: bool
    diligent: bool
    copy_given: bool
    why_not_earlier: str = ""
    new_evidence: str = ""


@action
def apply_for_warrant(
    *, by: Acting, at: datetime, detention: int, sitting: Sitting, information: Information, key: str | None = None
) -> str:
    """Note a constable's application: before 36 h, or within 6 h more where the court cannot sit before (s.43(5)).

    With a warrant in force it is for an extension (s.44). Refused again without new evidence after one was refused.
    """
    require(by, *WHO)
    found = lock(detention)
    insist(_none_waiting(found))
    insist(_may_apply(found, sitting, information, at))
    made = Application.objects.create(
        detention=found,
        n=(found.applications.aggregate(last=Max("n"))["last"] or 0) + 1,
        extends=bool(found.warrants),
        applied_at=at,
        officer_id=officer_of(by),
        court=sitting.court,
        court_can_sit_by_limit=sitting.can_sit_by_limit,
        court_sits_at=sitting.sits_at,
        grounds=information.grounds,
        why_not_earlier=information.why_not_earlier,
        new_evidence=information.new_evidence,
        copy_given=information.copy_given,
    )
    found.warrant_asked_at = at
    found.save(update_fields=["warrant_asked_at"])
    keep(WARRANT, record=found.ref, at=at)
    what = "an extension of the warrant" if made.extends else "a warrant of further detention"
    words = {name: getattr(information, name) for name in ("grounds", "why_not_earlier", "new_evidence")}
    say(APPLIED, found, {"n": made.n, "court": sitting.court, "what": what}, words=words)
    return found.ref


@action
def warrant_issued(
    *, by: Acting, at: datetime, detention: int, hours: int, issued_at: datetime | None = None, key: str | None = None
) -> str:
    """Record the warrant the court issued: at most 36 h from its issue, never past 96 h from the relevant time."""
    require(by, *WHO)
    found = lock(detention)
    if found.charged_at:
        raise Refused(refused(f"Charged {spoken(found.charged_at)}: a warrant is for before charge.", "PACE s.43(1)"))
    made = _waiting(found)
    when = issued_at or at
    _insist_after(made, when, at)
    warrant = Warrant(issued_at=when, hours=hours)
    if hours < 1:
        raise Refused(refused("A warrant is for at least an hour.", "PACE s.43(10)", field="hours"))
    insist(may_issue(detention=found.as_facts(), warrant=warrant, law=law_of("custody"), at=at))
    made.outcome, made.decided_at, made.issued_at, made.hours = Application.Outcome.GRANTED, at, when, hours
    made.save(update_fields=["outcome", "decided_at", "issued_at", "hours"])
    found.warrants, found.warrant_asked_at = found.warrants + 1, None
    found.save(update_fields=["warrants", "warrant_asked_at"])
    restate_clocks(found, at)
    until = spoken(found.limit_at) if found.limit_at else ""
    say(ISSUED, found, {"n": made.n, "hours": hours, "issued_words": spoken(when), "until_words": until})
    return found.ref


@action
def warrant_refused(
    *, by: Acting, at: datetime, detention: int, words: str, decided_at: datetime | None = None, key: str | None = None
) -> str:
    """Record that the court refused: the person may be held only for the time that is left (s.43(15))."""
    require(by, *WHO)
    found = lock(detention)
    made = _waiting(found)
    _insist_after(made, decided_at or at, at)
    if not words.strip():
        raise Refused(refused("Write what the court said.", "PACE s.43(15)", field="words"))
    made.outcome, made.decided_at, made.decided_words = Application.Outcome.REFUSED, decided_at or at, words
    made.save(update_fields=["outcome", "decided_at", "decided_words"])
    found.warrant_asked_at = None
    found.save(update_fields=["warrant_asked_at"])
    left = limit_of(found, at)
    facts = {"n": made.n, "until": left.due.isoformat() if left else None}
    say(NOT_ISSUED, found, facts, words={"words": words})
    return found.ref


def _may_apply(found: Detention, sitting: Sitting, information: Information, at: datetime) -> Verdict:
    law, facts = law_of("custody"), found.as_facts()
    applying = Applying(
        detention=facts,
        kind_of_offence=found.kind_of_offence(),
        court_can_sit_by_limit=sitting.can_sit_by_limit,
        court_sits_at=sitting.sits_at,
        refused_before=found.applications.filter(outcome=Application.Outcome.REFUSED).exists(),
        new_evidence=bool(information.new_evidence.strip()),
        charged=bool(found.charged_at),
    )
    end = extended_limit(detention=facts, law=law, at=at)
    sworn = Sworn(
        grounds=information.grounds,
        necessary=information.necessary,
        diligent=information.diligent,
        copy_given=information.copy_given,
        after_limit=bool(end and end.overdue(at) and not found.warrants),
        why_not_earlier=information.why_not_earlier,
    )
    court = allowed() if sitting.court.strip() else refused("Say which court.", "PACE s.43(1)", field="court")
    return every(may_apply(applying=applying, law=law, at=at), is_complete(sworn=sworn), court)


def _none_waiting(found: Detention) -> Verdict:
    if found.authorised_at is None:
        return refused("Detention is not authorised.", "PACE s.37")
    waiting = found.applications.select_related("officer").filter(outcome=Application.Outcome.WAITING).first()
    if waiting is None:
        return every()
    words = f"Application {waiting.n} to {waiting.court} was made {spoken(waiting.applied_at)} by {waiting.officer}."
    return refused(f"{words} Record what the court decided first.", "PACE s.43")


def _waiting(found: Detention) -> Application:
    made = found.applications.filter(outcome=Application.Outcome.WAITING).first()
    if made is None:
        raise Refused(refused("No application is waiting for the court.", "PACE s.43(1)"))
    return made


def _insist_after(made: Application, when: datetime, at: datetime) -> None:
    if instant(when) > instant(at) or when < made.applied_at:
        words = f"The court decides after the application, {spoken(made.applied_at)}, and not in the future."
        raise Refused(refused(words, "Order of events", field="decided_at"))
