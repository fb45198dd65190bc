"""Telling a victim of a step in time. Safety beats timeliness, and only a victim reached keeps the promise (V4, V7)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import fetch
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.doubts import put_in_doubt
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import opt_out, owe_each, reached, say_telling, told
from bluelamp.victims.models import Attempt, Telling, Victim
from bluelamp.victims.others import may_reach
from bluelamp.victims.rules import contact, review
from bluelamp.victims.rules.agreement import Frequency, is_owed
from bluelamp.victims.rules.matters import may_tell
from bluelamp.victims.rules.telling import Step

SOMEBODY_ELSE = (contact.Result.WRONG_NUMBER, contact.Result.ANSWERED_BY_OTHER)
DIALLED = (Way.PHONE, Way.VOICEMAIL, Way.TEXT)
"""Where somebody else is at the other end, nothing more leaves that way until it is checked."""
NOT_BY_TELLING = {
    Step.REFERRED: "A referral is kept by referring, or by the victim's own no. Use Refer to a support service.",
}


@action
def owe_telling(
    *, by: Acting, at: datetime, victim: int, step: str, happened_at: datetime, words: str = "", key: str | None = None
) -> str:
    """State that the victim is owed word of a step: in one working day with enhanced rights, else five.

    Where they agreed to hear less, what they do not want is written down as not wanted at once, and not owed.
    """
    found = Victim.objects.select_related("person").get(pk=victim)
    owe_tellings(by=by, at=at, victims=[found], step=step, happened_at=happened_at, words=words)
    return found.ref


@action
def owe_tellings(
    *,
    by: Acting,
    at: datetime,
    victims: Sequence[Victim],
    step: str,
    happened_at: datetime,
    words: str = "",
    lets_out: bool = False,
    key: str | None = None,
) -> str:
    """The same for several victims of one incident (with their persons), in a few statements. Answers how many.

    `lets_out`: somebody may be out by it, which those, too, are owed who hear only what keeps them safe.
    """
    wanted = [one for one in victims if is_owed(Step(step), frequency=Frequency(one.frequency), lets_out=lets_out)]
    if wanted:
        owe_each(wanted, Step(step), happened_at, words=words, lets_out=lets_out)
    for one in victims:
        if one not in wanted:
            telling, _ = Telling.objects.get_or_create(victim=one, step=step, happened_at=happened_at)
            opt_out(telling, at, one.agreed_words)
    return str(len(wanted))


@action
def tell(
    *, by: Acting, at: datetime, telling: int, way: str, result: str, words: str = "", writing: str = "",
    key: str | None = None,
) -> str:  # fmt: skip
    """Keep an attempt to tell the victim; the promise ends only when reached, or opted out in their own words.

    Refused where the way is not safe now: a deadline never makes an unsafe way allowed. Of a decision that they may
    have looked at again, `writing` says how they have it in writing.
    """
    require(by, "victims.tell")
    found = fetch(Telling, telling, "victim__person", "asked", lock=True)
    step = Step(found.step)
    if found.told_at or found.opted_out_at:
        raise Refused(refused("The victim was told of this already.", "Order of events"))
    if step in NOT_BY_TELLING:
        raise Refused(refused(NOT_BY_TELLING[step], "Victims' Code, right 4"))
    insist(may_reach(found.victim, Way(way), at=at))
    ended = contact.Result(result)
    if found.asked and ended is contact.Result.REACHED:
        insist(may_tell(step, answered=found.asked.answered_at is not None))
    Attempt.objects.create(
        victim=found.victim, step=found.step, at=at, officer_id=by.officer_id, way=way, result=result, words=words
    )
    if ended is contact.Result.REACHED:
        _in_writing(found, step, writing, at)
        told(found, at, words)
        reached(found.victim, at)
    elif ended is contact.Result.OPTED_OUT:
        own = contact.Attempt(result=ended, way=Way(way), at=at, by=by.ref, opt_out_words=words)
        insist(contact.stops_the_clock(own))
        opt_out(found, at, words)
    else:
        say_telling(events.ATTEMPTED, found, found.victim, {"result": ended.words, "way": way}, words=words)
        if ended in SOMEBODY_ELSE and way in DIALLED:
            put_in_doubt(person=found.victim.person_id, way=way, why=ended.words, by=by, at=at)
    return found.victim.ref


def _in_writing(found: Telling, step: Step, writing: str, at: datetime) -> None:
    """How they have this in writing; a letter or an email only where that is safe for them."""
    how = review.Writing(writing) if writing else None
    insist(review.has_writing(step=step, writing=how))
    if how is None or step not in review.IN_WRITING:
        return
    if how.value in (Way.LETTER, Way.EMAIL):
        insist(may_reach(found.victim, Way(how.value), at=at))
    found.writing = how
    found.save(update_fields=["writing"])
