"""What a victim asks of us beside the case, and how it is answered: complaint, review, money, things, messages."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.cases.queries import officers_of
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, Verdict, allowed, insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.keeping import locked, owe, say
from bluelamp.victims.models import Asked, Telling, Victim
from bluelamp.victims.others import arrested_by
from bluelamp.victims.rules import review
from bluelamp.victims.rules.matters import ACKNOWLEDGES, OWES, Matter, may_answer
from bluelamp.victims.rules.telling import Step

LONGEST = 5_000


@action
def ask(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    matter: str,
    words: str,
    decision: int | None = None,
    complains_of: int | None = None,
    key: str | None = None,
) -> str:
    """Keep what a victim asks, and owe the answer in its time. A review names the decision it is about; one that comes
    late is kept as late, and answered all the same."""
    require(by, "victims.tell", "victims.record", OWN_PAGE)
    found = locked(victim)
    wanted = Matter(matter)
    if not words.strip() or len(words) > LONGEST:
        long = f"Write it in {LONGEST:,} letters at most." if words.strip() else "Write what you want to say."
        raise Refused(refused(long, field="words"))
    about = _decision(found, decision) if wanted is Matter.REVIEW else None
    on_time = review.in_time(law_of("victims"), told_at=about.told_at, at=at) if about else allowed()
    asked = Asked.objects.create(
        victim=found,
        matter=wanted,
        words=words.strip(),
        asked_at=at,
        by_victim=by.officer_id is None,
        decision=about,
        decided_by=about.stated_by if about else "",
        complains_of_id=complains_of,
        late=not on_time.allowed,
    )
    matter_words = f"{wanted.words}, late" if asked.late else wanted.words
    say(events.ASKED, found, {"matter": matter_words, "asked": asked.pk}, words=words)
    for step in OWES[wanted]:
        owe(found, step, at, asked=asked)
    return f"asked:{asked.pk}"


@action
def answer(*, by: Acting, at: datetime, asked: int, words: str, outcome: str = "", key: str | None = None) -> str:
    """Answer it, in writing. The victim is still owed being told: only reaching them keeps the promise."""
    found = Asked.objects.select_for_update(of=("self",)).select_related("victim__person").get(pk=asked)
    matter = Matter(found.matter)
    require(by, "victims.review" if matter is Matter.REVIEW else "victims.tell")
    if matter is Matter.REVIEW:
        insist(review.may_decide(outcome=outcome, words=words, late=found.late))
        insist(_independent(found, by))
    of_me = matter is Matter.COMPLAINT and found.complains_of_id == officer_of(by)
    answered = found.answered_at is not None
    insist(may_answer(matter, answered=answered, words=words, outcome=outcome, by_subject=of_me))
    found.answered_at, found.answered_by_id, found.outcome, found.answer = at, by.officer_id, outcome, words.strip()
    found.save(update_fields=["answered_at", "answered_by", "outcome", "answer"])
    still = Telling.objects.filter(asked=found, told_at=None).exclude(step__in=ACKNOWLEDGES)
    still.update(words=words.strip())
    say(events.ANSWERED, found.victim, {"matter": matter.words, "outcome": outcome or "answered"}, words=words)
    return found.victim.ref


def _decision(victim: Victim, decision: int | None) -> Telling:
    found = Telling.objects.filter(pk=decision or 0, victim=victim).first()
    if found is None:
        raise Refused(refused("Which decision is to be looked at again?", "Right to review", field="decision"))
    insist(review.may_ask(step=Step(found.step)))
    if Asked.objects.filter(decision=found).exists():
        raise Refused(refused("This decision was looked at again, or is being looked at.", "Right to review"))
    return found


def _independent(asked: Asked, by: Acting) -> Verdict:
    victim = asked.victim
    worked = {
        victim.cares_id,
        victim.recorded_by_id,
        *officers_of(victim.incident_id),
        *arrested_by(victim.incident_id),
    }
    in_case = by.officer_id in worked
    reviewing = review.Reviewing(
        decided_by=asked.decided_by, reviewer=by.ref, rank=by.regular_rank, in_the_case=in_case
    )
    return review.may_review(reviewing)
