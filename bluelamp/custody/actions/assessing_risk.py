"""A risk assessment: every question, the officer's own observation, markers read in; each is kept (P26)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.desk_state import read_in_for
from bluelamp.custody.events.desk import RISK_ASSESSED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, RiskAnswer, RiskAssessment
from bluelamp.custody.rules.risk import OCCASIONS, QUESTIONS, Assessing, marks, may_record
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.people.rules.unknowns import in_words
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def assess_risk(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    assessing: Assessing,
    handed_over: str = "",
    marked: Sequence[str] = (),
    n: int | None = None,
    key: str | None = None,
) -> str:
    """Record one assessment; the whiteboard's risk marks are those of the newest.

    `marked`: further marks in the officer's words, such as "Epilepsy". `n` is the assessment the officer means to
    write: refused where somebody has written it meanwhile. Markers and earlier custody are read in by the program.
    """
    require(by, "custody.desk")
    found = lock(detention)
    insist(may_record(assessing=assessing, law=law_of("custody"), at=at))
    number, read_in = _number(found, n), read_in_for(found, at)
    made = RiskAssessment.objects.create(
        detention=found,
        n=number,
        occasion=assessing.occasion,
        assessed_at=at,
        officer_id=officer_of(by),
        observation=assessing.observation,
        handed_over=handed_over,
        read_in=read_in,
    )
    RiskAnswer.objects.bulk_create(
        RiskAnswer(assessment=made, question=one.question, answer=one.answer, words=one.words.strip())
        for one in assessing.said
    )
    _mark(found, assessing, marked)
    facts = {"n": number, "occasion": assessing.occasion, "occasion_words": OCCASIONS[assessing.occasion].lower()}
    answers = "; ".join(f"{QUESTIONS[one.question]}: {in_words(one.answer, one.words)}" for one in assessing.said)
    words = {"observation": assessing.observation, "answers": answers, "handed_over": handed_over}
    say(RISK_ASSESSED, found, facts, words={**words, "read_in": "; ".join(read_in)})
    return found.ref


def _number(found: Detention, meant: int | None) -> int:
    last = found.risk_assessments.select_related("officer").order_by("-n").first()
    number = last.n + 1 if last else 1
    if last and meant is not None and meant != number:
        who = f"{spoken(last.assessed_at)}, by {last.officer}"
        words = f"Risk assessment {last.n} was written meanwhile, {who}: {last.observation} Yours would be {number}."
        raise Refused(refused(words, "Order of events"))
    return number


def _mark(found: Detention, assessing: Assessing, marked: Sequence[str]) -> None:
    own = (one.strip()[:40] for one in marked)
    found.risk_marks = list(dict.fromkeys(one for one in (*own, *marks(said=assessing.said)) if one))
    found.save(update_fields=["risk_marks"])
