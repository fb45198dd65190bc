"""Bail before charge: by whose authority, to which rung, on which conditions (PACE s.47ZA to s.47ZM)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.counting import period_of_months, span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, every, refused


class Rung(StrEnum):
    """The rungs of the bail ladder, lowest first; then those of designated cases and of other authorities."""

    CUSTODY_OFFICER = "custody_officer"
    INSPECTOR = "inspector"
    SUPERINTENDENT = "superintendent"
    DESIGNATED_CASE = "designated_case"
    COURT = "court"
    COURT_LONG = "court_long"
    COURT_DESIGNATED = "court_designated"
    COURT_DESIGNATED_LONG = "court_designated_long"
    COURT_FURTHER = "court_further"
    COURT_FURTHER_LONG = "court_further_long"
    OTHER_AUTHORITY = "other_authority"
    OTHER_AUTHORITY_EXTENDED = "other_authority_extended"


_FIRST_COURT = (Rung.COURT, Rung.COURT_LONG, Rung.COURT_DESIGNATED, Rung.COURT_DESIGNATED_LONG)
FURTHER = (Rung.COURT_FURTHER, Rung.COURT_FURTHER_LONG)
BY_COURT = frozenset({*_FIRST_COURT, *FURTHER})
_LONGER = (Rung.DESIGNATED_CASE, Rung.OTHER_AUTHORITY_EXTENDED)
BELOW = {
    Rung.INSPECTOR: (Rung.CUSTODY_OFFICER,),
    Rung.SUPERINTENDENT: (Rung.INSPECTOR,),
    Rung.DESIGNATED_CASE: (Rung.SUPERINTENDENT,),
    Rung.COURT: (Rung.SUPERINTENDENT,),
    Rung.COURT_LONG: (Rung.SUPERINTENDENT,),
    Rung.COURT_DESIGNATED: _LONGER,
    Rung.COURT_DESIGNATED_LONG: _LONGER,
    Rung.COURT_FURTHER: (*_FIRST_COURT, *FURTHER),
    Rung.COURT_FURTHER_LONG: (*_FIRST_COURT, *FURTHER),
    Rung.OTHER_AUTHORITY_EXTENDED: (Rung.OTHER_AUTHORITY,),
}
RANK = {
    Rung.CUSTODY_OFFICER: "sergeant",
    Rung.INSPECTOR: "inspector",
    Rung.SUPERINTENDENT: "superintendent",
    Rung.DESIGNATED_CASE: "assistant_chief_constable",
}


def said(rung: Rung) -> str:
    """The rung in words."""
    return rung.replace("_", " ")


def bail_end(*, arrested_at: datetime, rung: Rung, law: Law) -> Deadline:
    """The end of the last day of the bail period of a rung, counted from the day after arrest (PACE s.47ZB).

    The day after arrest counts, not that of release: an arrest at 23:55 and a release after midnight too. Where the
    period stood still see `bail_period.period`.
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
    return every(ranked, refused("Bail must be necessary and proportionate.", "PACE s.50A(a)", field="why"))


def may_set_conditions(*, conditions: Sequence[str], views_sought: bool | None, why_not: str) -> Verdict:
    """Conditions of bail, set or varied: the victim's views are sought first, if reasonably practicable (s.47ZZA).

    `views_sought` None: not asked yet, and nobody said why not.
    """
    if views_sought or not any(each.strip() for each in conditions):
        return allowed()
    if views_sought is False and why_not.strip():
        return allowed("The victim's views could not be sought; the reason is recorded.", "PACE s.47ZZA")
    words = "Seek the victim's views on the conditions first, or say why it was not practicable."
    return refused(words, "PACE s.47ZZA", field="victim_views")


@dataclass(frozen=True, kw_only=True)
class ExtendingBail:
    """An extension of bail. Conditions A to D of s.47ZC; `suspect_told_first`: or their representative.

    `period_ends_at`: when the bail in force ends, where its period stood still for a time. `with_prosecutor`: the
    period stands still now.
    """

    arrested_at: datetime
    now_on: Rung
    to: Rung
    suspicion: bool
    further_time_needed: bool
    diligent: bool
    necessary_and_proportionate: bool
    suspect_told_first: bool
    period_ends_at: datetime | None = None
    with_prosecutor: bool = False
    prosecutor_consulted: bool = False


def may_extend_bail(*, extending: ExtendingBail, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Whether this officer may now extend bail: rank, no rung skipped, before the period ends, conditions A to D."""
    return every(
        _who(extending, decider),
        _ladder(extending),
        _in_time(extending, law, at),
        *_conditions(extending),
        _consulted(extending),
    )


def may_court_extend(*, extending: ExtendingBail, law: Law, at: datetime) -> Verdict:
    """Whether an application may be made now to a magistrates' court: no rung skipped, before the period ends."""
    if extending.to not in BY_COURT:
        return refused(f"{said(extending.to).capitalize()} is not a court's to decide.", "PACE s.47ZF", field="rung")
    return every(_ladder(extending), _in_time(extending, law, at), *_conditions(extending))


def _who(extending: ExtendingBail, decider: Decider) -> Verdict:
    if extending.to in BY_COURT:
        return refused("Only a magistrates' court extends bail further.", "PACE s.47ZF", field="decider")
    if extending.to not in RANK:
        return refused("Only the authority's own decision-maker extends this bail.", "PACE s.47ZDB", field="decider")
    rank = RANK[extending.to]
    return at_least(decider=decider, rank=rank, what="extend bail so far", source="PACE s.47ZD to s.47ZE")


def _ladder(extending: ExtendingBail) -> Verdict:
    if extending.now_on in BELOW.get(extending.to, ()):
        return allowed()
    words = f"No rung is skipped: from {said(extending.now_on)} bail does not go to {said(extending.to)}."
    return refused(words, "PACE s.47ZD to s.47ZF", field="rung")


def _in_time(extending: ExtendingBail, law: Law, at: datetime) -> Verdict:
    if extending.with_prosecutor:
        words = "The period stands still while the file is with the prosecutor: there is nothing to extend."
        return refused(words, "PACE s.47ZL", field="at")
    ends = bail_end(arrested_at=extending.arrested_at, rung=extending.now_on, law=law)
    due = extending.period_ends_at or ends.due
    if at > due:
        return refused(f"The bail period ended {spoken(due)}.", ends.basis, field="at")
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


def _consulted(extending: ExtendingBail) -> Verdict:
    if extending.to is not Rung.DESIGNATED_CASE or extending.prosecutor_consulted:
        return allowed()
    words = (
        "An exceptionally complex case is designated by, and extended after consulting, the Crown Prosecution Service."
    )
    return refused(words, "PACE s.47ZE(3), (6)", field="prosecutor_consulted")


def may_return_on(*, day: date, arrested_at: datetime, rung: Rung, law: Law, sooner_because: str = "") -> Verdict:
    """Whether bail may be to this day: the last of the period, or sooner for a reason of s.47ZA; never later."""
    ends = bail_end(arrested_at=arrested_at, rung=rung, law=law)
    return may_return_by(day=day, ends_at=ends.due, arrested_at=arrested_at, law=law, sooner_because=sooner_because)


def may_return_by(
    *, day: date, ends_at: datetime | None, arrested_at: datetime, law: Law, sooner_because: str = ""
) -> Verdict:
    """The same where the end of the period in force is known, for a later appointment too (PACE s.47(4A), s.47ZA).

    `ends_at` None: the period stands still, so no day is its last.
    """
    if ends_at is None:
        return allowed("The bail period stands still.", "PACE s.47ZL")
    if end_of_day(day) == ends_at:
        return allowed("The last day of the period.", "PACE s.47ZA(2)")
    if end_of_day(day) > ends_at:
        return refused(f"{spoken_day(day)} is after the bail period ends.", "PACE s.47ZA(2)", field="day")
    sooner = law.value("bail.appointment_before_end_because", on=local_day(arrested_at))
    if sooner_because in sooner.items:
        return allowed(f"Sooner: {sooner_because.replace('_', ' ')}.", sooner.source)
    words = "Bail is to the last day of the period unless aligned with other bail or a decision on charge comes sooner."
    return refused(words, sooner.source, field="day")


def result_told_by(*, decided_at: datetime, law: Law) -> Deadline:
    """By when the suspect or their representative is told the decision: as soon as practicable (PACE s.47ZD(7))."""
    value = law.value("bail.result_told_within", on=local_day(decided_at))
    return span_after(decided_at, value.span, basis=value.source, event="Decision on bail")


def investigation_review(*, since: datetime, law: Law) -> Deadline:
    """When a supervisor next looks at a release under investigation: force policy, the law gives no clock."""
    value = law.value("investigation.review", on=local_day(since))
    last = local_day(since) + timedelta(days=value.number)
    steps = (f"Released or last reviewed {spoken(since)}.", f"{value.number} days later: {spoken_day(last)}.")
    return Deadline(due=end_of_day(last), because=steps, basis=value.source)


def may_review_investigation(*, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Who looks at a release under investigation: a supervisor, not the officer on the case (force policy)."""
    value = law.value("investigation.rank", on=local_day(at))
    ranked = at_least(decider=decider, rank=value.text, what="review the investigation", source=value.source)
    if not decider.involved:
        return ranked
    words = "A supervisor who did not make the arrest reviews it."
    return every(ranked, refused(words, value.source, field="decider"))
