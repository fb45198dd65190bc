"""What a special may be sent to, ahead of the day: an event, a duty (S3). A call on the day is chosen by
`dispatch/rules/choosing_a_unit.py`, which refuses an accompanied special alone by the crew that stands in the unit."""

from dataclasses import dataclass
from datetime import date

from bluelamp.specials.rules.rank import Holder, has_rank
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Special patrol status S3"
TRAINING = "Officer safety and first aid in date S3"
STATUSES = ("accompanied", "directed", "independent")
SAFETY, FIRST_AID, TUTOR = "officer_safety", "first_aid", "tutor"
"""The names of skills in duty's table."""
TO_BE_NAMED = "an officer to be named"
"""Beside whom an accompanied special goes before it is settled: hours and places are taken, and stand once one is."""


@dataclass(frozen=True, kw_only=True)
class Going:
    """A special who would go. `status` "" before accompanied patrol. Days are the last on which training holds, None
    where it was never given; `beside` is the name of the experienced officer on the same deployment, "" for none."""

    name: str
    status: str
    safety_until: date | None = None
    first_aid_until: date | None = None
    safety_held: bool = False
    first_aid_held: bool = False
    beside: str = ""


@dataclass(frozen=True, kw_only=True)
class Work:
    """What they would go to. `supervised`: a supervisor manages the deployment and is there. `on` is its day."""

    on: date
    supervised: bool = False
    training: bool = False


def in_date(going: Going, on: date) -> Verdict:
    """Officer safety and first aid both hold on the day; a skill held with no end does not run out."""
    checks = []
    for words, held, until in (
        ("Officer safety training", going.safety_held, going.safety_until),
        ("First aid training", going.first_aid_held, going.first_aid_until),
    ):
        if not held:
            checks.append(refused(f"{words} is not recorded.", TRAINING))
        elif until is not None and until < on:
            checks.append(refused(f"{words} runs out before that day.", TRAINING))
    return every(*checks)


def may_go(*, going: Going, work: Work) -> Verdict:
    """Whether this special may be put down for this work, with every reason against it.

    Training events are open to all. On patrol: accompanied only with a named experienced officer on the same
    deployment; directed only where it is supervised, or beside such an officer; independent as a full resource.
    """
    if work.training:
        return allowed()
    if going.status not in STATUSES:
        return refused(f"{going.name} is not on patrol yet: training events only.", SOURCE)
    return every(in_date(going, work.on), _status_allows(going, work))


def _status_allows(going: Going, work: Work) -> Verdict:
    if going.status == "accompanied" and not going.beside:
        words = f"{going.name} may go only with a named experienced officer on the same deployment."
        return refused(words, SOURCE, field="beside")
    if going.status == "directed" and not (work.supervised or going.beside):
        return refused(f"{going.name} may go only where the deployment is supervised.", SOURCE, field="beside")
    return allowed()


def what_may_be_done(status: str) -> str:
    """What the status allows, in one sentence for the special and for whoever plans."""
    return {
        "accompanied": "Patrols with a named experienced officer on the same deployment. Never sent alone.",
        "directed": "Patrols where the deployment is supervised, alone or in a team. Not yet independent.",
        "independent": "Patrols as a full resource, alone or in a team.",
    }.get(status, "Not on patrol yet. Training events are open.")


def may_tutor(*, holder: Holder, skills: frozenset[str]) -> Verdict:
    """A tutor is a regular officer, constable or above, who holds the tutor skill in date."""
    ranked = has_rank(holder=holder, needed="constable")
    trained = allowed() if TUTOR in skills else refused("This officer is not trained as a tutor.", SOURCE)
    return every(ranked, trained)


def may_go_beside(*, holder: Holder, status: str = "") -> Verdict:
    """Who counts as the experienced officer: a regular officer, or a special on independent patrol."""
    if status == "independent" or has_rank(holder=holder, needed="constable").allowed:
        return allowed()
    words = "Not an experienced officer: a regular officer or a special on independent patrol goes along."
    return refused(words, SOURCE, field="beside")
