"""Risk in domestic abuse (D3): the count informs, an officer decides, a supervisor looks again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.specials.rules.rank import Holder, has_rank
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Risk assessment in domestic abuse, force policy D3"


class Said(StrEnum):
    """An answer to a question of the assessment; three of them are no answer, and none of those is "no" (X4)."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"
    DECLINED = "declined"

    @property
    def words(self) -> str:
        return _SAID[self]

    @property
    def is_answer(self) -> bool:
        """Whether the question was answered at all."""
        return self in (Said.YES, Said.NO)


_SAID = {
    Said.YES: "Yes",
    Said.NO: "No",
    Said.NOT_KNOWN: "Not known",
    Said.NOT_ASKED: "Not asked",
    Said.DECLINED: "Declined",
}


class Risk(StrEnum):
    """Grades of risk, the lowest first."""

    STANDARD = "standard"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def words(self) -> str:
        return self.value.capitalize()

    def is_below(self, other: "Risk") -> bool:
        """Whether this grade is lower than the other."""
        return tuple(Risk).index(self) < tuple(Risk).index(other)


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many questions have each answer. It informs and decides nothing."""

    yes: int
    no: int
    not_known: int = 0
    not_asked: int = 0
    declined: int = 0

    @property
    def unanswered(self) -> int:
        """Everything that is neither yes nor no: an open question is not a "no"."""
        return self.not_known + self.not_asked + self.declined

    @property
    def words(self) -> str:
        parts = [f"{self.yes} yes", f"{self.no} no"]
        open_ = (("not known", self.not_known), ("not asked", self.not_asked), ("declined", self.declined))
        return ", ".join([*parts, *(f"{number} {name}" for name, number in open_ if number)])


def count(*, answers: Iterable[Said]) -> Count:
    """The answers counted."""
    found = list(answers)
    return Count(**{each.value: found.count(each) for each in Said})


@dataclass(frozen=True, kw_only=True)
class Grading:
    """A grade about to be decided. `tool`: the question set; `reason`: the officer's own words.

    `observed`: what the officer saw, needed where the victim declined.
    """

    tool: str
    count: Count
    grade: Risk
    reason: str = ""
    observed: str = ""


def band(law: Law, *, tool: str, count: Count, at: datetime) -> Risk | None:
    """The band that the number of "yes" falls into, for information; None where the tool has no bands (D3a)."""
    day = local_day(at)
    if f"assess.{tool}.high_from" not in law:
        return None
    if count.yes >= law.value(f"assess.{tool}.high_from", on=day).number:
        return Risk.HIGH
    return Risk.MEDIUM if count.yes >= law.value(f"assess.{tool}.medium_from", on=day).number else Risk.STANDARD


def may_grade(*, grading: Grading) -> Verdict:
    """Whether this grade may be decided (D3c).

    Every grade has a reason; where the victim declined, what the officer saw; a grade is never Standard on nothing
    but open questions.
    """
    return every(_reasoned(grading), _seen_where_declined(grading), _answered(grading))


def standing(law: Law, *, grading: Grading, at: datetime) -> Risk:
    """The grade that stands once the officer has decided: never below High from the threshold on (D3b).

    A lower one is asked for, and stands only when a supervisor has agreed in their own name. Below the threshold an
    officer may grade High by judgement.
    """
    fell_in = band(law, tool=grading.tool, count=grading.count, at=at)
    return Risk.HIGH if fell_in is Risk.HIGH else grading.grade


def _reasoned(grading: Grading) -> Verdict:
    if len(grading.reason.split()) >= 2:
        return allowed()
    return refused("Say in your own words why this grade.", _SOURCE, field="reason")


def _seen_where_declined(grading: Grading) -> Verdict:
    if not grading.count.declined or grading.observed.strip():
        return allowed()
    words = "Some questions were declined: grade on what you saw and heard yourself, and write it down."
    return refused(words, _SOURCE, field="observed")


def _answered(grading: Grading) -> Verdict:
    if grading.grade is not Risk.STANDARD or grading.count.yes + grading.count.no or grading.observed.strip():
        return allowed()
    words = "No question was answered: that is not a Standard risk. Write down what you saw and heard yourself."
    return refused(words, _SOURCE, field="observed")


def assess_due(law: Law, *, raised_at: datetime, duty_ends_at: datetime | None = None) -> Deadline:
    """Assessed by the end of the shift in which it was raised; of the next one where hardly any of it is left.

    The shift is the duty of the officer whose it is, from the roster: `duty_ends_at`; with none on it at `raised_at`,
    the shifts of force policy, whose ends are wall times in London. Force policy: nothing unassessed.
    """
    day = local_day(raised_at)
    ends, least = law.value("assess.shift_ends", on=day), law.value("assess.least_left", on=day)
    raised = f"Raised: {spoken(raised_at)}."
    if duty_ends_at and duty_ends_at - raised_at >= least.span:
        steps = (raised, f"The officer's duty ends: {spoken(duty_ends_at)}.")
        return Deadline(due=duty_ends_at, because=steps, basis="Duty roster of the officer; force policy")
    found = (_end(day, text, plus) for plus in (0, 1, 2) for text in ends.items)
    after = duty_ends_at or raised_at
    due = next(end for end in found if end > after and end - raised_at >= least.span)
    return Deadline(due=due, because=(raised, f"The shift ends: {spoken(due)}."), basis=ends.source)


def _end(day: date, text: str, plus: int) -> datetime:
    hour, _, minute = text.partition(":")
    return local(day + timedelta(days=plus), time(int(hour), int(minute)))


def second_look_due(law: Law, *, grade: Risk, assessed_at: datetime) -> Deadline | None:
    """A supervisor looks again at every Medium and High within 24 elapsed hours (D3e); None for Standard."""
    if grade is Risk.STANDARD:
        return None
    value = law.value("assess.second_look", on=local_day(assessed_at))
    return span_after(assessed_at, value.span, basis=value.source, event=f"Assessed as {grade.words}")


@dataclass(frozen=True, kw_only=True)
class SecondLook:
    """A supervisor's second look: whether they agree, the grade they set, and why."""

    officer: str
    supervisor: str
    supervisor_rank: str
    supervisor_grade: str = ""
    grade: Risk
    grade_after: Risk
    words: str = ""


def may_look_again(law: Law, *, look: SecondLook, at: datetime) -> Verdict:
    """By another person than the assessor, of the rank of a supervisor by regular rank, with words."""
    needed = law.value("assess.supervisor_rank", on=local_day(at)).text
    holder = Holder(regular_rank=look.supervisor_rank, special_grade=look.supervisor_grade)
    another = refused("Somebody else than the assessor looks again.", _SOURCE, field="words")
    said = refused("Write what you looked at and what you think.", _SOURCE, field="words")
    return every(
        has_rank(holder=holder, needed=needed),
        allowed() if look.officer != look.supervisor else another,
        allowed() if len(look.words.split()) >= 2 else said,
    )
