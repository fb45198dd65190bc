"""The risk assessment before release (P32)."""

from dataclasses import replace
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.events.leaving import ASSESSED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import PreRelease
from bluelamp.custody.rules.pre_release import QUESTIONS, Assessing, may_assess
from bluelamp.ledger.actions.writing import action
from bluelamp.people.rules.unknowns import Answer, in_words
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


@action
def assess_before_release(
    *, by: Acting, at: datetime, detention: int, assessing: Assessing, key: str | None = None
) -> str:
    """Write the assessment; done again it is another one, and the last one counts. Whether a child is looked up."""
    require(by, "custody.release")
    found = lock(detention)
    assessing = replace(assessing, child=is_child(found))
    insist(may_assess(assessing=assessing, law=law_of("custody"), at=at))
    answers = [
        {"question": one.question, "answer": one.answer.value, "words": one.words, "doing": one.doing}
        for one in assessing.answers
    ]
    PreRelease.objects.create(
        detention=found,
        at=at,
        officer_id=officer_of(by),
        answers=answers,
        stays_held=assessing.stays_held,
        way_home=assessing.way_home,
        met_by=assessing.met_by,
        victims_address=assessing.victims_address,
        goes_instead=assessing.goes_instead,
    )
    facts = {"asked": len(answers), "risks": sum(one.answer is not Answer.NONE for one in assessing.answers)}
    words = {
        "way_home": assessing.way_home or "stays held",
        "met_by": assessing.met_by,
        "goes_instead": assessing.goes_instead,
        "answers": "\n".join(_line(one["question"], one["answer"], one["words"], one["doing"]) for one in answers),
    }
    say(ASSESSED, found, facts | {"stays_held": assessing.stays_held}, words=words)
    return found.ref


def _line(question: str, answer: str, words: str, doing: str) -> str:
    said = in_words(Answer(answer), words)
    return f"{QUESTIONS.get(question, question)} {said}.{f' Done about it: {doing}' if doing else ''}"
