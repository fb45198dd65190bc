"""What may be done for a victim now, by this person; an unsafe way is refused on the page that tells."""

from collections.abc import Collection, Sequence

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.verdict import Verdict, every, refused
from bluelamp.victims.models import Asked, Referral, Telling, Victim
from bluelamp.victims.others import may_speak_still
from bluelamp.victims.owed import BEFORE_TRIAL, BY_STEP
from bluelamp.victims.rules.agreement import REGULAR, Frequency
from bluelamp.victims.rules.matters import Matter, may_tell
from bluelamp.victims.rules.survey import wants_to_hear
from bluelamp.victims.rules.telling import Step

_INFORMATION = (
    "Ask others for information about them",
    "victims:information",
    "A notice to them first; therapy presumed not needed",
)
AT_ONCE = frozenset({Step.REFERRED, Step.RIGHTS_EXPLAINED, Step.STATEMENT_OFFERED})
"""Steps that the page of first care keeps."""


def offers(
    victim: Victim,
    owed: Sequence[Telling],
    by: Acting,
    *,
    open_kinds: Collection[str] = (),
    asked: Sequence[Asked] = (),
) -> list[Offer]:
    """First what is owed, soonest first as given; then what else may be done. `asked` are those not answered."""
    return [
        *_deciding(victim, by),
        *_care(victim, owed, by, open_kinds),
        *_before_trial(victim, by, open_kinds),
        *(_telling(one, victim, by) for one in owed if Step(one.step) not in AT_ONCE),
        *(_answering(one, by) for one in asked),
        *_always(victim, by),
    ]


def referral_offers(referrals: Sequence[Referral], by: Acting) -> list[Offer]:
    """Each referral that is still followed."""
    verdict = may(by, "victims.tell")
    return [
        _offer(
            f"What came of the referral to {one.service}",
            "victims:referral",
            one.pk,
            verdict,
            "Until they were reached",
        )
        for one in referrals
        if not one.share and one.reached_at is None and one.answer != Referral.Answered.DECLINED
    ]


def _before_trial(victim: Victim, by: Acting, open_kinds: Collection[str]) -> list[Offer]:
    if BEFORE_TRIAL.name not in open_kinds:
        return []
    verdict = may(by, "victims.record", "victims.tell")
    note = "What they need there, and what they ask of the court, which decides"
    return [_offer("Ask what they need at the trial", "victims:before_trial", victim.pk, verdict, note)]


def _care(victim: Victim, owed: Sequence[Telling], by: Acting, open_kinds: Collection[str]) -> list[Offer]:
    waits = "victims.assess_needs" in open_kinds or any(Step(one.step) in AT_ONCE for one in owed)
    if not waits:
        return []
    verdict = may(by, "victims.record", "victims.tell")
    note = "Safe contact, needs, rights, statement, support: three minutes"
    return [_offer("Care at the end of the call", "victims:first_care", victim.pk, verdict, note)]


def _deciding(victim: Victim, by: Acting) -> list[Offer]:
    if may_speak_still(victim).allowed:
        return []
    verdict = may(by, "victims.record", "victims.tell", "victims.supervise")
    note = "They became a suspect: nothing is told through them until then"
    return [_offer("Decide who speaks for them", "victims:decide_speaker", victim.pk, verdict, note)]


def _telling(telling: Telling, victim: Victim, by: Acting) -> Offer:
    step = Step(telling.step)
    label = BY_STEP[step].worded({"who": victim.person.name})
    verdict = may(by, "victims.tell")
    if telling.asked:
        verdict = every(verdict, may_tell(step, answered=telling.asked.answered_at is not None))
    return _offer(label, "victims:tell", telling.pk, verdict, "Only a safe way; only being reached counts")


def _answering(asked: Asked, by: Acting) -> Offer:
    review = asked.matter == Matter.REVIEW
    verdict = may(by, "victims.review" if review else "victims.tell")
    note = "By somebody of rank who did not decide it" if review else "In writing; telling them is owed after it"
    words = Matter(asked.matter).words
    return _offer(f"Answer: {words[0].lower()}{words[1:]}", "victims:answer", asked.pk, verdict, note)


def _speaking(victim: Victim) -> str:
    return "Somebody else speaks for them" if victim.spoken_for_by else "Somebody speaks for them"


def _always(victim: Victim, by: Acting) -> list[Offer]:
    tell, care, invite = may(by, "victims.tell"), may(by, "victims.record", "victims.tell"), may(by, "victims.invite")
    send = may(by, "messages.send")
    found = [
        _offer("Ask for their views", "victims:views", victim.pk, tell, "Before bail, a change of it, or no court"),
        _offer(
            "Personal statement", "victims:statement", victim.pk, care, "Take, change, take back, send to the court"
        ),
        _offer(
            "Write down what they ask", "victims:ask", victim.pk, care, "Complaint, review, money, things, a message"
        ),
        _offer(*_INFORMATION[:2], victim.pk, tell, _INFORMATION[2]),
        _offer("Write a text or email", "victims:write_message", victim.pk, send, "Please ring us, or an appointment"),
        _offer("Write them a letter", "victims:letter", victim.pk, send, "Only where post is safe"),
        _offer("Invite them to their own page", "victims:invite", victim.pk, invite, "Link and code apart"),
        _offer("Something changed for them", "victims:needs", victim.pk, care, "They are asked again what they need"),
        _offer(_speaking(victim), "journeys:speaker", victim.pk, care, "Of a child, a vulnerable adult, a business"),
        _offer("Who looks after them", "victims:cares", victim.pk, tell, "Take it over, or name a colleague"),
        _offer(
            "Ask how it was",
            "victims:how_it_was",
            victim.pk,
            every(invite, wants_to_hear(Frequency(victim.frequency))),
            "Three questions, once at each stage",
        ),
        _offer("Agree how often they hear from us", "victims:agreement", victim.pk, care, "In their words"),
    ]
    found += _shutting(victim, by)
    if victim.frequency in REGULAR:
        found.append(_offer("You reached them, with nothing new", "victims:in_touch", victim.pk, tell, "As agreed"))
    return [*found, _rights(victim, by, care)]


def _rights(victim: Victim, by: Acting, care: Verdict) -> Offer:
    if not victim.enhanced:
        return _offer("Switch enhanced rights on", "victims:enhanced", victim.pk, care, "Due sooner at once")
    off = may(by, "victims.supervise")
    if not off.allowed:
        off = refused("Off only by a supervisor who is not who asks.", "Victims' Code, enhanced rights")
    return _offer("Switch enhanced rights off", "victims:enhanced", victim.pk, off, "Due later from then on")


def _shutting(victim: Victim, by: Acting) -> list[Offer]:
    """What is ended or erased for them; erasing only for those who erase elsewhere."""
    shut, erase = may(by, "victims.invite", "ledger.erase"), may(by, "ledger.erase")
    found = [_offer("Shut their page to a lost phone", "victims:end_ways_in", victim.pk, shut, "All ways into it")]
    words = _offer("Erase what they wrote of us", "victims:erase_words", victim.pk, erase, "On a ground")
    return [*found, words] if erase.allowed else found


def _offer(label: str, page: str, pk: int, verdict: Verdict, note: str = "") -> Offer:
    url = reverse(page, args=[pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)
