"""The promises of safeguarding: assessed by the end of the shift, looked at again, referred, the school told."""

from datetime import datetime

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.history import criteria_of
from bluelamp.safeguarding.models import Assessment, ChildInvolved, DomesticIncident, MaracReferral, Referral
from bluelamp.safeguarding.rules import assessing, marac, recognising, school_notice
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.safeguarding.rules.recognising import Finding
from bluelamp.safeguarding.schools import year_of_school

_GROUP = "Safeguarding"


def _live(record: str) -> DomesticIncident | None:
    return DomesticIncident.objects.filter(pk=record.partition(":")[2], ended_at=None).first()


def assess_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once assessed, or shown not to be domestic abuse."""
    found = _live(record)
    if found is None or found.assessed_at:
        return None
    law = law_of("safeguarding")
    return assessing.assess_due(law, raised_at=found.raised_at, duty_ends_at=found.shift_ends_at)


def second_look_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the assessment. None once a supervisor looked."""
    found = Assessment.objects.filter(pk=slot or 0, looked_at=None).first()
    if found is None or _live(record) is None:
        return None
    return assessing.second_look_due(law_of("safeguarding"), grade=Risk(found.grade), assessed_at=found.at)


def adviser_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once an adviser is told, or the risk is no longer High."""
    found = _live(record)
    if found is None or found.assessed_at is None or found.grade != Risk.HIGH:
        return None
    if found.referrals.filter(kind=Referral.Kind.ADVISER).exists():
        return None
    return marac.adviser_due(law_of("safeguarding"), at=found.assessed_at)


def child_referral_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is since when it is known. None once children's services have it, or where
    it showed that neither is under 16."""
    found = _live(record)
    if found is None or found.finding != Finding.CHILD_SAFEGUARDING:
        return None
    if found.referrals.filter(kind=Referral.Kind.CHILDREN).exists():
        return None
    return recognising.child_referral_due(law_of("safeguarding"), at=datetime.fromisoformat(slot))


def school_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the child. None once the school is told, or left out for a reason."""
    child = ChildInvolved.objects.filter(pk=slot or 0, is_victim=True, notice=None).select_related("domestic").first()
    if child is None or child.domestic.ended_at:
        return None
    year = year_of_school(child.school)
    return school_notice.due(law_of("safeguarding"), year=year, at=child.domestic.raised_at)


def marac_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once referred to the meeting, or where no criterion is met any more."""
    found = _live(record)
    if found is None or found.assessed_at is None or MaracReferral.objects.filter(domestic=found).exists():
        return None
    law = law_of("safeguarding")
    return marac.refer_due(law, at=found.assessed_at) if criteria_of(found, at=found.assessed_at) else None


ASSESS = Kind(
    name="safeguarding.assess",
    wording="Assess the risk at {number}, {kind}",
    title="Assess the risk of domestic abuse",
    to="The victim",
    source="Force policy: nothing unassessed",
    acts="safeguarding.assess",
    kept_when="An officer has decided a grade of risk with a reason",
    ask=assess_due,
    warn_minutes=(60,),
    page="desks:domestic",
    group=_GROUP,
    victim=True,
)
SECOND_LOOK = Kind(
    name="safeguarding.second_look",
    wording="Look again at {number}, assessed {grade}",
    title="A supervisor's second look at a risk",
    to="The victim",
    source="Risk assessment in domestic abuse, force policy D3",
    acts="safeguarding.second_look",
    kept_when="Another officer, a supervisor by rank, has agreed with the grade or changed it",
    ask=second_look_due,
    warn_minutes=(240,),
    page="desks:domestic",
    group=_GROUP,
)
ADVISER = Kind(
    name="safeguarding.adviser",
    wording="Tell an independent adviser of {number}",
    title="Tell an independent adviser at once",
    to="The victim",
    source="MARAC referral criteria D4",
    acts="safeguarding.refer",
    kept_when="The advisers have the referral",
    ask=adviser_due,
    warn_minutes=(30,),
    page="desks:domestic",
    group=_GROUP,
    victim=True,
)
CHILD_REFERRAL = Kind(
    name="safeguarding.child_referral",
    wording="Refer {number} to children's services: one of them is under 16",
    title="Refer somebody under 16 to children's services",
    to="A child",
    source="Children Act 2004 s.11",
    acts="safeguarding.refer",
    kept_when="Children's services have the referral",
    ask=child_referral_due,
    warn_minutes=(240,),
    page="desks:domestic",
    group=_GROUP,
    victim=True,
)
SCHOOL = Kind(
    name="safeguarding.school",
    wording="Tell the school of {child} before the first bell",
    title="Tell a child's school before the first bell",
    to="A child",
    source="Domestic Abuse Act 2021 s.49A",
    acts="safeguarding.refer",
    kept_when="The safeguarding lead is told by a secure route, or a coded reason is written down",
    ask=school_due,
    warn_minutes=(720, 60),
    page="desks:domestic",
    group=_GROUP,
    victim=True,
)
MARAC = Kind(
    name="safeguarding.marac",
    wording="Refer {number} to the meeting",
    title="Refer to the multi-agency meeting",
    to="The victim",
    source="MARAC referral criteria D4",
    acts="safeguarding.refer",
    kept_when="The case is on the list of a meeting",
    ask=marac_due,
    warn_minutes=(240,),
    page="desks:domestic",
    group=_GROUP,
    victim=True,
)
