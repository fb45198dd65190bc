"""Interviews of a detained person: begun only as the rule allows, ended with the breaks there were (Code C 11, 12)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.calling import INTERVIEW_BEGAN, INTERVIEW_ENDED
from bluelamp.custody.interviews import stands
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Interview
from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.interviewing import may_authorise_urgent, may_interview
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Before:
    """What the interviewer answers before it begins. None: nobody asked.

    `urgent_words`: why it cannot wait for the adult or interpreter; a superintendent authorises that (Code C 11.18).
    """

    wants_advice: bool | None
    advised: bool
    reminded: bool
    fit: bool | None
    present: str = ""
    urgent_words: str = ""


@action
def begin_interview(*, by: Acting, at: datetime, detention: int, before: Before, key: str | None = None) -> str:
    """Take the person to an interview. Refused without the adult, the interpreter, advice asked for, or fitness."""
    require(by, "custody.interview")
    found = lock(detention)
    if found.authorised_at is None:
        raise Refused(refused("Not before detention is authorised.", "PACE s.37"))
    if found.absences.filter(returned_at=None).exists():
        raise Refused(refused("Not here: at hospital.", "Order of events"))
    if found.interviews.filter(ended_at=None).exists():
        raise Refused(refused("An interview is going on already.", "Order of events"))
    _authority(by, before, at)
    insist(may_interview(interview=stands(found, before)))
    Interview.objects.create(
        detention=found, officer_id=by.number, began_at=at, present=before.present, urgent_words=before.urgent_words
    )
    facts = {"officer": by.ref, "reminded": before.reminded}
    say(INTERVIEW_BEGAN, found, facts, words={"present": before.present, "urgent": before.urgent_words})
    return found.ref


@action
def end_interview(*, by: Acting, at: datetime, detention: int, breaks: str = "", key: str | None = None) -> str:
    """The interview is over; the breaks there were, in words."""
    require(by, "custody.interview", "custody.transfer")
    found = lock(detention)
    going = found.interviews.select_for_update().filter(ended_at=None).first()
    if going is None:
        raise Refused(refused("No interview is going on.", "Order of events"))
    going.ended_at, going.breaks = at, breaks
    going.save(update_fields=["ended_at", "breaks"])
    minutes = round((at - going.began_at).total_seconds() / 60)
    say(INTERVIEW_ENDED, found, {"minutes": minutes}, words={"breaks": breaks})
    return found.ref


def _authority(by: Acting, before: Before, at: datetime) -> None:
    if before.urgent_words.strip():
        insist(may_authorise_urgent(decider=Decider(rank=by.regular_rank), law=law_of("custody"), at=at))
