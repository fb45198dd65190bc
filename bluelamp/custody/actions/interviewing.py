"""Out to be interviewed and back (Code C 11 to 13)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.treatment import INTERVIEW_BACK, INTERVIEW_OUT
from bluelamp.custody.keeping import insist_here, lock, say
from bluelamp.custody.models import Arrest, CustodyOf, Detention, Interview
from bluelamp.custody.needs import standing
from bluelamp.custody.queries import arrests_of
from bluelamp.custody.responsible import Holder, pass_on, take_back
from bluelamp.custody.rules import interviewing
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, insist, refused


@action
def out_to_interview(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    reminded: bool,
    interpreter_needed_now: bool | None = None,
    key: str | None = None,
) -> str:
    """Take the person out for interview. Who needs an adult or an interpreter has them here (Code C 11.15, 13.2)."""
    require(by, "custody.arrest", "custody.authorise")
    found = lock(detention)
    if found.authorised_at is None:
        raise Refused(refused("Detention is not authorised.", "PACE s.37"))
    insist_here(found)
    if found.interviews.filter(back_at=None).exists():
        raise Refused(refused("This person is out for interview already.", "Order of events"))
    _insist_awake(found)
    stands = standing(found, at, reminded=reminded, interpreter_needed_now=interpreter_needed_now)
    insist(interviewing.may_interview(interview=stands))
    Interview.objects.create(
        detention=found, out_at=at, officer_id=officer_of(by), adult_here=stands.adult_here,
        interpreter_here=stands.interpreter_here,
    )  # fmt: skip
    pass_on(found, Holder(kind=CustodyOf.Kind.INTERVIEWER, officer=officer_of(by), why="Interview"), at)
    facts = {"adult_here": stands.adult_here, "interpreter_here": stands.interpreter_here}
    say(INTERVIEW_OUT, found, facts)
    return found.ref


def _insist_awake(found: Detention) -> None:
    """Rest is broken only for a reason that Code C 12.2 names, and it is written before anybody is interviewed."""
    lasting = found.rests.filter(ended_at=None).first()
    if lasting and not lasting.breaks.filter(over_at=None).exists():
        words = f"They rest since {spoken(lasting.began_at)}: end the rest, or break it for a reason that is named."
        raise Refused(refused(words, "Code C 12.2"))


@action
def back_from_interview(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    words: str = "",
    complied: bool | None = None,
    report: str = "",
    under_caution: bool = True,
    about: Sequence[int] | None = None,
    key: str | None = None,
) -> str:
    """The person is back; breaks and anything they asked for in words; how the Codes were kept, reported (s.39(3)).

    `under_caution`: they were asked about the offence; False where the interview did not take place. `about`: the
    arrests whose offences they were asked about, None: all of them.
    """
    require(by, "custody.arrest", "custody.authorise", "custody.transfer")
    found = lock(detention)
    out = found.interviews.select_for_update().filter(back_at=None).first()
    if out is None:
        raise Refused(refused("This person is not out for interview.", "Order of events"))
    if at <= out.out_at:
        raise Refused(refused("The return is before the interview.", "Order of events"))
    asked_about = _asked_about(found, about) if under_caution else []
    out.back_at, out.words, out.under_caution = at, words, under_caution
    out.save(update_fields=["back_at", "words", "under_caution"])
    out.about.set(asked_about)
    take_back(found, by, at, complied=complied, report=report)
    facts = {"minutes": int((at - out.out_at).total_seconds() // 60), "kept": "yes" if complied else "no"}
    facts["held"] = f"yes, about {_offences(asked_about)}" if under_caution else "no"
    say(INTERVIEW_BACK, found, facts, words={"words": words, "report": report})
    return found.ref


def _asked_about(found: Detention, about: Sequence[int] | None) -> list[Arrest]:
    here = arrests_of(found)
    if about is None:
        return here
    chosen = [one for one in here if one.pk in about]
    if len(chosen) < len(set(about)):
        raise Refused(refused("They are not under arrest here for that.", "PACE s.31", field="about"))
    if not chosen:
        raise Refused(refused("Say which offence they were asked about.", "Code C 11", field="about"))
    return chosen


def _offences(asked_about: Sequence[Arrest]) -> str:
    return "; ".join(one.offence_words for one in asked_about) or "what they came in for"
