"""The promises to victims: told of each step in time, referred to support, told of a crime recorded."""

from datetime import datetime

from bluelamp.cases.queries import trial_ahead
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.alerting import alert_officer
from bluelamp.victims.models import Assessment, Referral, Telling, TrialAssessment, Victim
from bluelamp.victims.rules import before_trial, needs
from bluelamp.victims.rules.agreement import Frequency, next_contact
from bluelamp.victims.rules.needs import Changed
from bluelamp.victims.rules.referral import Following, follow_by
from bluelamp.victims.rules.speaking import decide_by
from bluelamp.victims.rules.telling import Step, due_for

_WORDINGS = {
    Step.ARRESTED: "Tell {who} of the arrest, safely",
    Step.INTERVIEWED: "Tell {who} of the interview, safely",
    Step.RELEASED_WITHOUT_CHARGE: "Tell {who} of the release, safely",
    Step.BAILED: "Tell {who} of the bail and its conditions, safely",
    Step.RELEASED_UNDER_INVESTIGATION: "Tell {who} of the release under investigation, safely",
    Step.CONDITIONS_CHANGED: "Tell {who} that the conditions changed, safely",
    Step.NOT_INVESTIGATED: "Tell {who} that it is not investigated, and why",
    Step.OUT_OF_COURT: "Tell {who} how it was dealt with out of court, safely",
    Step.CHARGED: "Tell {who} of the charge, safely",
    Step.NOT_PROSECUTED: "Tell {who} that nobody is prosecuted, why, and that it can be looked at again",
    Step.COURT_DATE: "Tell {who} the court date, safely",
    Step.VERDICT: "Tell {who} the verdict, safely",
    Step.SENTENCE: "Tell {who} the sentence, safely",
    Step.APPEAL: "Tell {who} of the appeal, safely",
    Step.REFERRED: "Refer {who} to victim support",
    Step.CRIME_ACKNOWLEDGED: "Send {who} the crime number and whom to ask",
    Step.RIGHTS_EXPLAINED: "Explain to {who} their rights, so that they understand",
    Step.STATEMENT_OFFERED: "Offer {who} a personal statement",
    Step.COMPENSATION_EXPLAINED: "Explain to {who} what may be claimed",
    Step.PROPERTY_RETURNED: "Give {who} back what is theirs",
    Step.EXPENSES_PAID: "Pay the expenses of {who}, and say so",
    Step.COMPLAINT_ACKNOWLEDGED: "Tell {who} that we have their complaint",
    Step.COMPLAINT_ANSWERED: "Answer the complaint of {who}",
    Step.REVIEW_ACKNOWLEDGED: "Tell {who} that the decision is looked at again",
    Step.REVIEW_DECIDED: "Tell {who} what came of looking again",
    Step.MESSAGE_ANSWERED: "Answer the message of {who}",
}
_RIGHTS = {
    4: (Step.REFERRED,),
    1: (Step.RIGHTS_EXPLAINED,),
    5: (Step.COMPENSATION_EXPLAINED,),
    7: (Step.STATEMENT_OFFERED,),
    8: (Step.COURT_DATE,),
    9: (Step.VERDICT, Step.SENTENCE, Step.APPEAL),
    10: (Step.EXPENSES_PAID, Step.PROPERTY_RETURNED),
    12: (Step.COMPLAINT_ACKNOWLEDGED, Step.COMPLAINT_ANSWERED),
}
_RIGHT_OF = {step: right for right, steps in _RIGHTS.items() for step in steps}


def telling_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. `record` is the victim, `slot` the telling's key; None once told."""
    telling = Telling.objects.filter(pk=slot or 0).select_related("victim").first()
    if telling is None or telling.told_at or telling.opted_out_at:
        return None
    return told_by(telling.victim, Step(telling.step), telling.happened_at)


def told_by(victim: Victim, step: Step, happened_at: datetime) -> Deadline:
    """By when this victim is told of a step, by the rights they have now and since when."""
    return due_for(
        law_of("victims"), step=step, at=happened_at, enhanced=victim.enhanced, enhanced_from=victim.enhanced_from
    )


def needs_due(record: str, slot: str) -> Deadline | None:
    """`slot` is what changed and when; None once needs were assessed at or after that."""
    changed, _, since = slot.partition(" ")
    at = datetime.fromisoformat(since)
    if Assessment.objects.filter(victim_id=_number(record), at__gte=at).exists():
        return None
    return needs.due(law_of("victims"), changed=Changed(changed), at=at)


def before_trial_due(record: str, slot: str) -> Deadline | None:
    """`slot` is the case and when we had the first date of this trial; None once they were asked after that."""
    case, _, since = slot.partition(" ")
    return trial_needs_due(int(_number(record)), int(case or 0), datetime.fromisoformat(since))


def trial_needs_due(victim: int, case: int, since: datetime) -> Deadline | None:
    """By when needs for the trial of this case are asked about; counted to the date of the trial that was set last.

    For a victim recorded after the date was had, from when they were recorded: nobody could be asked before.
    """
    if TrialAssessment.objects.filter(victim_id=victim, case_id=case, at__gte=since).exists():
        return None
    trial = trial_ahead(case, since)
    if trial is None:
        return None
    recorded = Victim.objects.values_list("recorded_at", flat=True).get(pk=victim)
    return before_trial.due(law_of("victims"), had_at=max(since, recorded), trial_at=trial)


def contact_due(record: str, slot: str) -> Deadline | None:
    """`slot` is the time from which is counted; None once reached since, or agreed otherwise."""
    found = Victim.objects.filter(pk=_number(record)).first()
    if found is None or found.contact_since is None or instant(found.contact_since).isoformat() != slot:
        return None
    return next_contact(law_of("victims"), frequency=Frequency(found.frequency), reached_at=found.contact_since)


def referral_due(record: str, slot: str) -> Deadline | None:
    """`slot` is the referral's key and what is waited for; None once that came."""
    number, _, following = slot.partition(" ")
    found = Referral.objects.filter(pk=number or 0).first()
    return followed_by(found) if found and awaited(found) == following else None


def awaited(found: Referral) -> str:
    """What is waited for of a referral: the service's answer, that it reached the victim, or nothing."""
    if found.answer == Referral.Answered.WAITING:
        return Following.ANSWER.value
    waits = found.answer == Referral.Answered.ACCEPTED and found.reached_at is None
    return Following.REACHED.value if waits else ""


def followed_by(found: Referral) -> Deadline:
    """By when what is waited for of a referral comes."""
    since = found.answered_at or found.asked_at
    return follow_by(law_of("victims"), following=Following(awaited(found)), since=since)


def _number(record: str) -> str:
    return record.partition(":")[2] or "0"


def speaker_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once it is decided who speaks for the victim."""
    doubted = Victim.objects.filter(pk=record.partition(":")[2]).values_list("speaker_doubted_at", flat=True).first()
    return decide_by(law_of("victims"), doubted_at=doubted) if doubted else None


def _kind(step: Step, wording: str) -> Kind:
    return Kind(
        name=f"victims.tell_{step.value}",
        wording=wording,
        title=wording.replace("{who}", "the victim"),
        to="The victim",
        source=f"Victims' Code, right {_RIGHT_OF.get(step, 6)}",
        acts="victims.tell",
        kept_when="The victim was reached and told, or said that they do not want to be",
        ask=telling_due,
        alarm=alert_officer,
        warn_minutes=(240,),
        page="desks:victim",
        group="Victim care",
        victim=True,
    )


KINDS = tuple(_kind(step, wording) for step, wording in _WORDINGS.items())
BY_STEP = dict(zip(_WORDINGS, KINDS, strict=True))
NEEDS = Kind(
    name="victims.assess_needs",
    wording="Ask {who} what they need",
    title="Ask a victim what they need",
    to="The victim",
    source="Victims' Code, right 4",
    acts="victims.tell",
    kept_when="Their needs were asked about, and written down with who asked",
    ask=needs_due,
    alarm=alert_officer,
    warn_minutes=(240,),
    page="desks:victim",
    group="Victim care",
    victim=True,
)
BEFORE_TRIAL = Kind(
    name="victims.assess_before_trial",
    wording="Ask {who} what they need at the trial, and what they ask of the court",
    title="Ask a victim what they need at the trial",
    to="The victim",
    source="Victims' Code, rights 4 and 8",
    acts="victims.tell",
    kept_when="They were asked, and it is written down; what they ask of the court is decided by the court",
    ask=before_trial_due,
    alarm=alert_officer,
    warn_minutes=(24 * 60,),
    page="desks:victim",
    group="Victim care",
    victim=True,
)
CONTACT = Kind(
    name="victims.agreed_contact",
    wording="Be in touch with {who}, as agreed",
    title="Be in touch with the victim, as agreed",
    to="The victim",
    source="Victims' Code, right 6",
    acts="victims.tell",
    kept_when="The victim was reached; then the next is owed",
    ask=contact_due,
    alarm=alert_officer,
    warn_minutes=(24 * 60,),
    page="desks:victim",
    group="Victim care",
    victim=True,
)
DECIDE_SPEAKER = Kind(
    name="victims.decide_speaker",
    wording="Decide who speaks for {who}: their speaker is a suspect",
    title="Decide who speaks for a victim whose speaker became a suspect",
    to="The victim",
    source="Force policy: who speaks for a victim is never somebody they may be in danger from",
    acts="victims.tell",
    kept_when="Somebody else speaks for them, nobody does, or a supervisor decided that it stays so",
    ask=speaker_due,
    alarm=alert_officer,
    warn_minutes=(12 * 60, 60),
    page="desks:victim",
    group="Victim care",
    victim=True,
)
FOLLOW = Kind(
    name="victims.follow_referral",
    wording="See that the support service helps {who}",
    title="See that the support service helps the victim",
    to="The victim",
    source="Force policy: a referral is followed until the service reached the victim",
    acts="victims.tell",
    kept_when="The service answered; then, somebody of it reached the victim",
    ask=referral_due,
    alarm=alert_officer,
    warn_minutes=(24 * 60,),
    page="desks:victim",
    group="Victim care",
    victim=True,
)
