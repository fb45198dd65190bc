"""What each way out needs besides what all need: consent, an adult, who takes over, a sitting court (P32, P33)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bluelamp.custody.rules.disposals import Disposal
from bluelamp.custody.rules.first_court import FirstCourt, first_court
from bluelamp.deadlines.calendars import PACE_COURT
from bluelamp.deadlines.instants import instant, local, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

CAUTIONS = frozenset({Disposal.CAUTION, Disposal.CONDITIONAL_CAUTION, Disposal.YOUTH_CAUTION})
OUT_OF_COURT = CAUTIONS | {Disposal.COMMUNITY_RESOLUTION, Disposal.PENALTY_NOTICE}
AGREED = frozenset({Disposal.CONDITIONAL_CAUTION, Disposal.COMMUNITY_RESOLUTION})
TAKEN_OVER = frozenset({Disposal.WARRANT_OR_RECALL, Disposal.TRANSFERRED, Disposal.PLACE_OF_SAFETY})
WHY = {
    Disposal.DE_ARRESTED: ("Say why the grounds for arrest are gone.", "PACE s.34(2), Code G"),
    Disposal.NO_FURTHER_ACTION: ("Say why no further action is taken.", "PACE s.34(2), (5)"),
    Disposal.UNDER_INVESTIGATION: ("Say what is still to be investigated.", "PACE s.34(5), s.37(2)"),
}
OUT_OF_COURT_LAW = {
    Disposal.CAUTION: "Criminal Justice and Courts Act 2015 s.17",
    Disposal.CONDITIONAL_CAUTION: "Criminal Justice Act 2003 s.22, s.23",
    Disposal.YOUTH_CAUTION: "Crime and Disorder Act 1998 s.66ZA",
    Disposal.COMMUNITY_RESOLUTION: "Force policy, community resolution",
    Disposal.PENALTY_NOTICE: "Criminal Justice and Police Act 2001 s.2",
}
TAKEN_OVER_LAW = {
    Disposal.WARRANT_OR_RECALL: "The warrant, or Criminal Justice Act 2003 s.254",
    Disposal.TRANSFERRED: "PACE s.41(5), Immigration Act 1971 Sch. 2",
    Disposal.PLACE_OF_SAFETY: "Mental Health Act 1983 s.135, s.136",
}


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """The facts of one way out. `child`: under 18, or appearing so.

    `agreed`: what was agreed or imposed, in words; `reference`: the number of the notice, or of the warrant or
    recall; `taken_over_by`: who takes the person over, and where; `why`: the reason in words.
    """

    disposal: Disposal
    child: bool = False
    admitted: bool = False
    consents: bool = False
    appropriate_adult: str = ""
    agreed: str = ""
    reference: str = ""
    taken_over_by: str = ""
    why: str = ""


def may_leave_by(*, way: WayOut, law: Law, at: datetime) -> Verdict:
    """Whether this way out is open to this person, with every thing missing named."""
    if way.disposal in OUT_OF_COURT:
        return every(_of_age(way, law, at), *_settled_out_of_court(way))
    if way.disposal in TAKEN_OVER:
        return _handed_over(way)
    words, source = WHY.get(way.disposal, ("", ""))
    return refused(words, source, field="words") if words and not way.why.strip() else allowed()


def _of_age(way: WayOut, law: Law, at: datetime) -> Verdict:
    adult = law.value("release.adult_disposals_from_age", on=local_day(at))
    if way.disposal is Disposal.YOUTH_CAUTION and not way.child:
        return refused(f"A youth caution is for those under {adult.number}.", adult.source, field="disposal")
    only_adults = (Disposal.CAUTION, Disposal.CONDITIONAL_CAUTION, Disposal.PENALTY_NOTICE)
    if way.disposal in only_adults and way.child:
        words = f"A {way.disposal.value} is for those of {adult.number} and over; this person is, or appears, under."
        return refused(words, adult.source, field="disposal")
    return allowed()


def _settled_out_of_court(way: WayOut) -> list[Verdict]:
    source = OUT_OF_COURT_LAW[way.disposal]
    penalty = way.disposal is Disposal.PENALTY_NOTICE
    youth = way.disposal is Disposal.YOUTH_CAUTION
    checks = [
        (way.admitted or penalty, "It needs an admission of the offence.", "admitted"),
        (way.consents or penalty or youth, "It needs the person's consent.", "consents"),
        (not way.child or bool(way.appropriate_adult.strip()), "Name the appropriate adult present.", "adult"),
        (bool(way.agreed.strip()) or way.disposal not in AGREED,
         "Write the conditions, or what was agreed.", "agreed"),
        (bool(way.reference.strip()) or not penalty, "Write the number of the notice.", "reference"),
    ]  # fmt: skip
    return [refused(words, source, field=field) for met, words, field in checks if not met]


def _handed_over(way: WayOut) -> Verdict:
    source = TAKEN_OVER_LAW[way.disposal]
    who = allowed() if way.taken_over_by.strip() else refused(
        "Say who takes the person over, and where.", source, field="taken_over_by"
    )  # fmt: skip
    needs_paper = way.disposal is not Disposal.TRANSFERRED and not way.reference.strip()
    what = "which section" if way.disposal is Disposal.PLACE_OF_SAFETY else "which warrant or recall"
    return every(who, refused(f"Say {what}.", source, field="reference") if needs_paper else allowed())


@dataclass(frozen=True, kw_only=True)
class ToCourt:
    """The move to court of somebody charged and kept. `court_told`: who at the court was told, and when."""

    charged_at: datetime | None
    court: str = ""
    sitting_at: datetime | None = None
    court_told: str = ""
    handed_to: str = ""


def may_go_to_court(*, move: ToCourt, law: Law) -> Verdict:
    """Whether somebody charged and kept goes to the first sitting after charge, and the court knows (PACE s.46)."""
    if move.charged_at is None:
        return refused("Nobody is charged: charge first.", "PACE s.37(7)", field="disposal")
    first = first_sitting(charged_at=move.charged_at, law=law)
    checks = [
        (bool(move.court.strip()), "Name the court.", "court"),
        (move.sitting_at is not None, "Give the time of the sitting.", "sitting_at"),
        (bool(move.handed_to.strip()), "Say who takes the person to court.", "handed_to"),
        (not first.tell_court or bool(move.court_told.strip()),
         "No court sits on the day of the charge or the next: tell the court officer, and say whom.", "court_told"),
    ]  # fmt: skip
    missing = [refused(words, "PACE s.46", field=field) for met, words, field in checks if not met]
    return every(*missing, _soon_enough(move, first))


def _soon_enough(move: ToCourt, first: FirstCourt) -> Verdict:
    due = first.deadline.due
    if move.sitting_at is None or move.charged_at is None:
        return allowed()
    if instant(move.sitting_at) <= instant(move.charged_at):
        return refused("The sitting is before the charge.", "Order of events", field="sitting_at")
    if local_day(move.sitting_at) > local_day(due):
        words = f"The first sitting after the charge is {spoken(due)}: not later than that."
        return refused(words, "PACE s.46(2)", field="sitting_at")
    return allowed()


def sittings_after(*, charged_at: datetime, law: Law, days: int = 7) -> Sequence[datetime]:
    """When the court starts to sit on the days after a charge: every day but Sunday, Christmas Day and Good Friday."""
    starts = time.fromisoformat(law.value("court.sits_at", on=local_day(charged_at)).text)
    nearby = [local_day(charged_at) + timedelta(days=n) for n in range(days)]
    sits = [local(day, starts) for day in nearby if PACE_COURT.is_working(day)]
    return [each for each in sits if each > instant(charged_at)]


def first_sitting(*, charged_at: datetime, law: Law) -> FirstCourt:
    """The first sitting after a charge by the court's usual hours, and whether the court must be told of it."""
    return first_court(charged_at=charged_at, sittings=sittings_after(charged_at=charged_at, law=law))
