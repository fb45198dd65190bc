"""The risk assessed by an officer, and looked at again by a supervisor (D3). The count decides nothing."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_assessment, owe_what_the_grade_calls_for
from bluelamp.safeguarding.following import follow_answers
from bluelamp.safeguarding.keeping import locked, say, take_over
from bluelamp.safeguarding.models import Assessment, DomesticIncident
from bluelamp.safeguarding.owed.domestic import ASSESS, SECOND_LOOK
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.assessing import (
    Grading,
    Risk,
    Said,
    SecondLook,
    band,
    count,
    may_grade,
    may_look_again,
    second_look_due,
    standing,
)
from bluelamp.verdict import Refused, insist, refused


@action
def assess(
    *,
    by: Acting,
    at: datetime,
    domestic: int,
    tool: str,
    answers: Mapping[str, str],
    grade: str,
    reason: str,
    observed: str = "",
    key: str | None = None,
) -> str:
    """Decide the grade of risk on the answers to one question set; a question left out was not asked.

    A grade below the threshold is asked for: High stands until a supervisor agrees in their own name, by looking again.
    Medium and High are owed a second look, High an adviser.
    """
    require(by, "safeguarding.assess")
    found, asked = locked(domestic), question_sets().get(tool)
    if asked is None:
        raise Refused(refused("There is no such set of questions.", field="tool"))
    said = {code: Said(answers.get(code) or Said.NOT_ASKED) for code in asked.codes}
    counted, law = count(answers=said.values()), law_of("safeguarding")
    grading = Grading(tool=tool, count=counted, grade=Risk(grade), reason=reason, observed=observed)
    insist(may_grade(grading=grading))
    stands = standing(law, grading=grading, at=at)
    made = Assessment.objects.create(
        domestic=found, tool=tool, version=asked.version, answers=said, observed=observed,
        band=band(law, tool=tool, count=counted, at=at) or "", grade=stands,
        asked_for="" if stands is grading.grade else grade, reason=reason, at=at, officer_id=officer_of(by),
    )  # fmt: skip
    facts = {"grade": stands.words, "count": counted.words, "tool": tool, "version": asked.version}
    say(events.ASSESSED, found, facts=facts, words={"reason": reason, "observed": observed})
    if made.asked_for:
        say(events.LOWER_ASKED, found, facts={"asked": grading.grade.words, "grade": stands.words})
    _graded(found, made, by, at)
    follow_answers(found, asked.signs(said), by=by, at=at)
    return found.ref


def _graded(found: DomesticIncident, made: Assessment, by: Acting, at: datetime) -> None:
    if found.owner_id is None:
        take_over(found, by, at)
        owe_assessment(found, unit=by.name)
    if found.assessed_at is None:
        keep(ASSESS, record=found.ref, at=at)
    else:
        withdraw(SECOND_LOOK, record=found.ref, slot=EVERY_SLOT, why="Assessed again")
    found.assessed_at, found.grade = at, made.grade
    found.save(update_fields=["assessed_at", "grade"])
    due = second_look_due(law_of("safeguarding"), grade=Risk(made.grade), assessed_at=at)
    if due:
        asked = f"; {made.get_asked_for_display()} is asked for" if made.asked_for else ""
        facts = {"number": found.incident.number, "grade": f"{Risk(made.grade).words}{asked}"}
        promise(SECOND_LOOK, record=found.ref, slot=str(made.pk), due=due, began_at=at, facts=facts,
                about=(found.incident.ref,))  # fmt: skip
    owe_what_the_grade_calls_for(found, at)


@action
def look_again(*, by: Acting, at: datetime, domestic: int, grade: str, words: str, key: str | None = None) -> str:
    """A supervisor, another person, agrees with the newest assessment or sets another grade, with words (D3e).

    So a lower grade that was asked for is agreed to, in the supervisor's own name and at their own sign-in.
    """
    require(by, "safeguarding.second_look")
    found = locked(domestic)
    made = found.assessments.select_for_update(of=("self",)).select_related("officer").order_by("-at", "-pk").first()
    if made is None or made.looked_at:
        raise Refused(refused("Nothing waits for a second look.", "Order of events"))
    me = Officer.objects.get(pk=officer_of(by))
    look = SecondLook(
        officer=made.officer.ref, supervisor=by.ref, supervisor_rank=me.regular_rank,
        supervisor_grade=me.special_grade, grade=Risk(made.grade), grade_after=Risk(grade), words=words,
    )  # fmt: skip
    insist(may_look_again(law_of("safeguarding"), look=look, at=at))
    made.looked_at, made.looked_by, made.looked_words, made.grade_after = at, me, words, grade
    made.agreed_by = me if made.asked_for == grade else None
    made.save(update_fields=["looked_at", "looked_by", "looked_words", "grade_after", "agreed_by"])
    changed = grade != made.grade
    said = f"changed from {Risk(made.grade).words} to {Risk(grade).words}" if changed else f"{Risk(grade).words} stands"
    say(events.LOOKED_AGAIN, found, facts={"grade": said}, words={"words": words})
    keep(SECOND_LOOK, record=found.ref, slot=str(made.pk), at=at)
    found.grade = grade
    found.save(update_fields=["grade"])
    owe_what_the_grade_calls_for(found, at)
    return found.ref
