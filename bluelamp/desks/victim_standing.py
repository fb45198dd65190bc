"""What stands about a victim, in few words: who looks after them, needs, rights, statement, support, asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bluelamp.design.times import clock_words, due_words
from bluelamp.people.rules.safe_contact import Way
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.models import Asked, Referral, TrialAssessment, Victim
from bluelamp.victims.rules.naming import CHILDREN, Kind, Naming, to_ask
from bluelamp.victims.rules.review import REVIEWABLE, encouraged, in_time
from bluelamp.victims.rules.telling import Step


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of the summary."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """The answer to one question about needs; `unknown` names which of the unknowns it is."""

    topic: str
    words: str
    unknown: str


def standing(found: Victim, shares: Mapping[str, str], *, at: datetime) -> Mapping[str, object]:
    """Context for the page; reads what is loaded with the victim, no statement of its own.

    `shares`: how each share stands in words, by its reference.
    """
    assessment = next(iter(found.assessments.all()), None)
    naming = Naming(
        kind=Kind(found.kind),
        age=found.age_then,
        born_on=found.person.born_on,
        spoken_for_by=found.spoken_for_by,
        vulnerable=found.vulnerable,
    )
    trial = next(iter(found.trial_assessments.all()), None)
    needs = [
        Said(topic=one.topic.short, words=one.words, unknown="" if one.answer is Answer.KNOWN else one.answer.value)
        for one in (assessment.answers() if assessment else ())
    ]
    return {
        "facts": [*_who(found), *_done(found, shares), *(_at_trial(trial) if trial else ())],
        "to_ask": to_ask(naming),
        "needs": needs,
        "needs_at": assessment.at if assessment else None,
        "asked": list(found.asked.all()),
        "views": list(found.views.all()),
        "decisions": _decisions(found, at),
    }


def way_words(way: str) -> str:
    """How they were reached; their own page is a way of telling, and no way that anybody else uses."""
    return "on their own page" if way == "own_page" else Way(way).words


def _who(found: Victim) -> list[Fact]:
    who = [Fact(name="Looked after by", value=str(found.cares) if found.cares else "Nobody yet")]
    who.append(Fact(name="Victim", value=Kind(found.kind).words, note=found.lost))
    if found.spoken_for_by or found.vulnerable or found.kind in CHILDREN:
        who.append(Fact(name="Spoken for by", value=found.spoken_for_by or "Nobody yet"))
    return who


def _done(found: Victim, shares: Mapping[str, str]) -> list[Fact]:
    rights = next(iter(found.rights_given.all()), None)
    statement = next((one for one in found.statements.all() if one.withdrawn_at is None), None)
    referral = next(iter(found.referrals.all()), None)
    said = f"Version {statement.version}, {clock_words(statement.taken_at)}" if statement else ""
    return [
        Fact(
            name="Rights explained",
            value=clock_words(rights.at) if rights else "Not yet",
            note=f"{rights.get_form_display()}, in {rights.language}" if rights else "",
        ),
        Fact(
            name=Kind(found.kind).statement,
            value=said or str(found.get_statement_answer_display()),
            note=str(statement.get_reading_display()) if statement else "",
        ),
        Fact(
            name="Support",
            value=f"{referral.service}: {_answer(referral, shares)}" if referral else "Not referred",
            note=f"Reached {clock_words(referral.reached_at)}" if referral and referral.reached_at else "",
        ),
        Fact(name="Hears from us", value=str(found.get_frequency_display()), note=found.agreed_words),
    ]


def _at_trial(trial: TrialAssessment) -> list[Fact]:
    """Asked of the court, never granted by us; then the day itself, as far as something is known."""
    asked = f"Asked {clock_words(trial.at)}. The court decides"
    day = [Fact(name=one.topic.short, value=one.words) for one in trial.answers() if one.answer is Answer.KNOWN]
    return [Fact(name="Asks of the court", value=trial.asked_for(), note=asked), *day]


def _decisions(found: Victim, at: datetime) -> list[Fact]:
    """Each decision that they may have looked at again: told or not, how in writing, and until when they may ask."""
    law, asked = law_of("victims"), {one.decision_id: one for one in found.asked.all() if one.decision_id}
    rows = []
    for one in sorted(found.tellings.all(), key=lambda one: (one.happened_at, one.pk)):
        if one.step not in REVIEWABLE:
            continue
        review = asked.get(one.pk)
        told = f"Told {clock_words(one.told_at)}" if one.told_at else "They were not told of this yet"
        writing = f". In writing: {one.get_writing_display().lower()}" if one.writing else ""
        if review:
            late = ", late" if review.late else ""
            note = f"Asked to look again {clock_words(review.asked_at)}{late}. {_came_of(review)}"
        elif one.told_at:
            best = due_words(encouraged(law, told_at=one.told_at).due, at)
            note = f"{in_time(law, told_at=one.told_at, at=at).words} Best {best}."
        else:
            note = in_time(law, told_at=None, at=at).words
        rows.append(Fact(name=Step(one.step).words, value=f"{told}{writing}", note=note))
    return rows


def _came_of(review: Asked) -> str:
    if review.answered_at is None:
        return "Not answered yet"
    words = {"upheld": "It stands", "changed": "It is changed", "not_taken": "Not looked at: too late"}
    return f"{words.get(review.outcome, review.outcome)}, {clock_words(review.answered_at)}"


def _answer(referral: Referral, shares: Mapping[str, str]) -> str:
    said = shares.get(referral.share) or str(referral.get_answer_display())
    return f"{said[:1].lower()}{said[1:]}"
