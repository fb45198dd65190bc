"""Bail before charge: how long, by whose authority (PACE s.47ZA to s.47ZM), and release under investigation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.counting import period_of_months
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, every, refused


class Rung(StrEnum):
    """The rungs of the bail ladder in a standard case, lowest first, with the long and designated ones."""

    CUSTODY_OFFICER = "custody_officer"
    INSPECTOR = "inspector"
    SUPERINTENDENT = "superintendent"
    DESIGNATED_CASE = "designated_case"
    COURT = "court"
    COURT_LONG = "court_long"


BELOW = {
    Rung.INSPECTOR: (Rung.CUSTODY_OFFICER,),
    Rung.SUPERINTENDENT: (Rung.INSPECTOR,),
    Rung.DESIGNATED_CASE: (Rung.SUPERINTENDENT,),
    Rung.COURT: (Rung.SUPERINTENDENT,),
    Rung.COURT_LONG: (Rung.SUPERINTENDENT,),
}
RANK = {
    Rung.CUSTODY_OFFICER: "sergeant",
    Rung.INSPECTOR: "inspector",
    Rung.SUPERINTENDENT: "superintendent",
    Rung.DESIGNATED_CASE: "assistant_chief_constable",
}


def bail_end(*, arrested_at: datetime, rung: Rung, law: Law) -> Deadline:
    """The end of the last day of the bail period of a rung, counted from the day after arrest (PACE s.47ZB).

    The day after arrest counts, not that of release: an arrest at 23:55 and a release after midnight too.
    """
    value = law.value(f"bail.{rung}", on=local_day(arrested_at))
    start = local_day(arrested_at) + timedelta(days=1)
    return period_of_months(start, value.number, basis=value.source, event="The day after arrest")


def may_bail(*, necessary_and_proportionate: bool, authorised_by: Decider, law: Law, at: datetime) -> Verdict:
    """Bail before charge only where necessary and proportionate, authorised by a custody officer (PACE s.50A)."""
    ranked = at_least(
        decider=authorised_by,
        rank=law.value("authorising.rank", on=local_day(at)).text,
        what="authorise bail",
        source="PACE s.50A(b)",
    )
    if necessary_and_proportionate:
        return ranked
    return every(ranked, refused("Bail must be necessary and proportionate.", "PACE s.50A(a)"))


@dataclass(frozen=True, kw_only=True)
class ExtendingBail:
    """An extension of bail. `period_ends_at`: when the bail in force ends. Conditions A to D of s.47ZC."""

    arrested_at: datetime
    now_on: Rung
    to: Rung
    suspicion: bool
    further_time_needed: bool
    diligent: bool
    necessary_and_proportionate: bool
    suspect_told_first: bool


def may_extend_bail(*, extending: ExtendingBail, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Whether this officer may now extend bail: rank, no rung skipped, before the period ends, conditions A to D."""
    return every(_who(extending, decider), _ladder(extending), _in_time(extending, law, at), *_conditions(extending))


def _who(extending: ExtendingBail, decider: Decider) -> Verdict:
    if extending.to not in RANK:
        return refused("Only a magistrates' court extends bail further.", "PACE s.47ZF", field="decider")
    rank = RANK[extending.to]
    return at_least(decider=decider, rank=rank, what="extend bail so far", source="PACE s.47ZD to s.47ZE")


def _ladder(extending: ExtendingBail) -> Verdict:
    if extending.now_on in BELOW.get(extending.to, ()):
        return allowed()
    words = f"No rung is skipped: from {_said(extending.now_on)} bail does not go to {_said(extending.to)}."
    return refused(words, "PACE s.47ZD to s.47ZF", field="rung")


def _said(rung: Rung) -> str:
    return rung.replace("_", " ")


def _in_time(extending: ExtendingBail, law: Law, at: datetime) -> Verdict:
    ends = bail_end(arrested_at=extending.arrested_at, rung=extending.now_on, law=law)
    if ends.overdue(at):
        return refused(f"The bail period ended {spoken(ends.due)}.", ends.basis, field="at")
    return allowed()


def _conditions(extending: ExtendingBail) -> list[Verdict]:
    checks = (
        (extending.suspicion, "A: there must be reasonable grounds for suspicion.", "PACE s.47ZC(2)"),
        (extending.further_time_needed, "B: more time must be needed.", "PACE s.47ZC(3)"),
        (extending.diligent, "C: the matter must be dealt with diligently.", "PACE s.47ZC(4)"),
        (extending.necessary_and_proportionate, "D: bail must be necessary and proportionate.", "PACE s.47ZC(5)"),
        (extending.suspect_told_first, "Invite the suspect's representations first.", "PACE s.47ZD(4), s.47ZDA(4)"),
    )
    return [refused(words, source) for met, words, source in checks if not met]


def may_return_on(*, day: date, arrested_at: datetime, rung: Rung, law: Law, sooner_because: str = "") -> Verdict:
    """Whether bail may be to this day: the last of the period, or sooner for a reason of s.47ZA; never later."""
    ends = bail_end(arrested_at=arrested_at, rung=rung, law=law)
    if end_of_day(day) == ends.due:
        return allowed("The last day of the period.", "PACE s.47ZA(2)")
    if end_of_day(day) > ends.due:
        return refused(f"{spoken_day(day)} is after the bail period ends.", "PACE s.47ZA(2)", field="day")
    sooner = law.value("bail.appointment_before_end_because", on=local_day(arrested_at))
    if sooner_because in sooner.items:
        return allowed(f"Sooner: {sooner_because.replace('_', ' ')}.", sooner.source)
    words = "Bail is to the last day of the period unless aligned with other bail or a decision on charge comes sooner."
    return refused(words, sooner.source, field="day")


def investigation_review(*, since: datetime, law: Law) -> Deadline:
    """When a supervisor next looks at a release under investigation: force policy, the law gives no clock."""
    value = law.value("investigation.review", on=local_day(since))
    last = local_day(since) + timedelta(days=value.number)
    steps = (f"Released or last reviewed {spoken(since)}.", f"{value.number} days later: {spoken_day(last)}.")
    return Deadline(due=end_of_day(last), because=steps, basis=value.source)
