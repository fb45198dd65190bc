"""Warrants of further detention (PACE s.43, s.44)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.custody.rules.detention_clock import (
    current_limit,
    extended_limit,
    greatest_limit,
    law_day,
    warrant_end,
)
from bluelamp.custody.rules.facts import Detention, Warrant
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words, later
from bluelamp.deadlines.instants import spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Applying:
    """An application. `court_can_sit_by_limit`: whether the court can sit before 36 h; `court_sits_at`: when it will.

    `refused_before` and `new_evidence`: an application refused is not made again without new evidence.
    """

    detention: Detention
    kind_of_offence: str
    court_can_sit_by_limit: bool = True
    court_sits_at: datetime | None = None
    refused_before: bool = False
    new_evidence: bool = False
    charged: bool = False


def latest_application(*, applying: Applying, law: Law, at: datetime) -> Deadline | None:
    """By when to apply: 36 h, or 6 h more where the court cannot sit by 36 h but will within the 6 (s.43(5)).

    None while the detention clock has not started.
    """
    normal = extended_limit(detention=applying.detention, law=law, at=at)
    if normal is None or applying.court_can_sit_by_limit or applying.court_sits_at is None:
        return normal
    grace = law.value("warrant.grace", on=law_day(applying.detention.arrest))
    last = later(normal.due, grace.span)
    if applying.court_sits_at > last:
        return normal
    words = f"The court cannot sit by then but sits {spoken(applying.court_sits_at)}: {in_words(grace.span)} more."
    return Deadline(due=last, because=(*normal.because, words, f"Latest: {spoken(last)}."), basis=grace.source)


def may_apply(*, applying: Applying, law: Law, at: datetime) -> Verdict:
    """Whether a constable may apply now for a warrant or an extension of one; every reason against is named."""
    if applying.charged:
        return refused("The person is charged: no warrant is needed, or possible.", "PACE s.43(1)")
    return every(_offence(applying, law), _in_time(applying, law, at), _again(applying))


def _offence(applying: Applying, law: Law) -> Verdict:
    kinds = law.value("extension.kinds_of_offence", on=law_day(applying.detention.arrest))
    if applying.kind_of_offence in kinds.items:
        return allowed()
    return refused("The offence is summary only; no warrant can be issued.", "PACE s.43(4)(b)", field="offence")


def _in_time(applying: Applying, law: Law, at: datetime) -> Verdict:
    if applying.detention.warrants:
        last = current_limit(detention=applying.detention, law=law, at=at)
    else:
        last = latest_application(applying=applying, law=law, at=at)
    if last is None:
        return refused("The detention clock has not started.", "PACE s.41(2)")
    if last.overdue(at):
        return refused(f"Too late: the application had to be made by {spoken(last.due)}.", last.basis, field="at")
    words = f"In time; the latest is {spoken(last.due)}. A court must dismiss one that could have been made earlier."
    return allowed(words, "PACE s.43(5), (7)")


def _again(applying: Applying) -> Verdict:
    if applying.refused_before and not applying.new_evidence:
        return refused("An application was refused; another needs new evidence.", "PACE s.43(17)")
    return allowed()


@dataclass(frozen=True, kw_only=True)
class Sworn:
    """What an application rests on. `copy_given`: the person has a copy of the information before it is heard.

    `after_limit`: it is made after 36 h; `why_not_earlier` is put to the court, which dismisses one that it would
    have been reasonable to make before.
    """

    grounds: str
    necessary: bool
    diligent: bool
    copy_given: bool
    after_limit: bool = False
    why_not_earlier: str = ""


def is_complete(*, sworn: Sworn) -> Verdict:
    """Whether the information says what the law asks for (PACE s.43(2), (4), (7), (14))."""
    checks = (
        (bool(sworn.grounds.strip()), "Write the grounds of the application.", "PACE s.43(14)", "grounds"),
        (sworn.necessary, "Further detention must be necessary for evidence.", "PACE s.43(4)(a)", "necessary"),
        (sworn.diligent, "The investigation must be diligent and expeditious.", "PACE s.43(4)(c)", "diligent"),
        (sworn.copy_given, "Give the person a copy of the information first.", "PACE s.43(2)(a)", "copy_given"),
        (
            not sworn.after_limit or bool(sworn.why_not_earlier.strip()),
            "After 36 h: say why it was not reasonable to apply before.",
            "PACE s.43(7)",
            "why_not_earlier",
        ),
    )
    return every(*[refused(words, source, field=field) for met, words, source, field in checks if not met])


def may_issue(*, detention: Detention, warrant: Warrant, law: Law, at: datetime) -> Verdict:
    """Whether a warrant of these hours fits the law: at most 36 h, not past 96 h from the relevant time."""
    longest = law.value("warrant.longest", on=law_day(detention.arrest))
    cap = greatest_limit(detention=detention, law=law, at=at)
    too_long = later(warrant.issued_at, longest.span) < later(warrant.issued_at, timedelta(hours=warrant.hours))
    end = warrant_end(detention=detention, warrant=warrant, law=law, at=at)
    return every(
        refused(f"A warrant is for {in_words(longest.span)} at most.", longest.source, field="hours")
        if too_long
        else allowed(),
        refused(f"A warrant ends by {spoken(cap.due)}, 96 h of counted time.", cap.basis, field="hours")
        if cap and end.due == cap.due and later(warrant.issued_at, timedelta(hours=warrant.hours)) > cap.due
        else allowed(f"It ends {spoken(end.due)}.", end.basis),
    )


def after_refusal(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """Until when a person may be held once an application is refused: any unexpired time of s.41 or s.42 (s.43(15))."""
    return current_limit(detention=detention, law=law, at=at)
