"""The promises of meetings, notices and requests about a partner's past."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.months import end_of_day
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.models import Breach, DisclosureRequest, MaracAction, MaracReferral, ProtectionNotice
from bluelamp.safeguarding.rules import disclosure, marac, protection
from bluelamp.safeguarding.rules.protection import Regime

_GROUP = "Safeguarding"


def urgent_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once the bodies spoke together."""
    case = MaracReferral.objects.filter(pk=record.partition(":")[2], urgent=True, spoken_at=None).first()
    return marac.urgent_due(law_of("safeguarding"), at=case.at) if case else None


def action_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the action. None once it is done."""
    action = MaracAction.objects.filter(pk=slot or 0, done_at=None).first()
    if action is None:
        return None
    return Deadline(due=end_of_day(action.due_on), because=("Undertaken at the meeting.",), basis="MARAC action D4")


def hearing_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None before service and once the court has decided."""
    notice = ProtectionNotice.objects.filter(pk=record.partition(":")[2], decided_at=None).first()
    if notice is None or notice.served_at is None:
        return None
    return protection.hearing_due(law_of("safeguarding"), regime=Regime(notice.regime), served_at=notice.served_at)


def crime_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the breach. None once it stands recorded as a crime."""
    made = Breach.objects.select_related("notice").filter(pk=slot or 0).first()
    if made is None or not made.waits_for_crime:
        return None
    return protection.crime_due(law_of("safeguarding"), written_at=made.at)


def court_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; `slot` is the breach. None once they were brought before the court."""
    breach = Breach.objects.filter(pk=slot or 0, brought_at=None).select_related("notice").first()
    if breach is None or breach.arrested_at is None:
        return None
    regime = Regime(breach.notice.regime)
    return protection.court_after_breach(law_of("safeguarding"), regime=regime, arrested_at=breach.arrested_at)


def _request(record: str) -> DisclosureRequest | None:
    return DisclosureRequest.objects.filter(pk=record.partition(":")[2]).first()


def checks_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once the first checks were made."""
    found = _request(record)
    waits = found is not None and found.checked_at is None
    return disclosure.checks_due(law_of("safeguarding"), asked_at=found.asked_at) if found and waits else None


def meeting_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once they were met."""
    found = _request(record)
    waits = found is not None and found.met_at is None
    return disclosure.meeting_due(law_of("safeguarding"), asked_at=found.asked_at) if found and waits else None


def whole_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop; None once they were told, or it was decided not to tell."""
    found = _request(record)
    if found is None or found.told_at or found.disclose is False:
        return None
    return disclosure.whole_due(law_of("safeguarding"), asked_at=found.asked_at)


URGENT = Kind(
    name="safeguarding.urgent",
    wording="Speak together now about {number}: it does not wait for the meeting",
    title="Speak together at once about an urgent case",
    to="The victim",
    source="MARAC referral criteria D4",
    acts="safeguarding.marac",
    kept_when="The bodies concerned have spoken together",
    ask=urgent_due,
    warn_minutes=(60,),
    page="safeguarding:case",
    group=_GROUP,
    victim=True,
)
MARAC_ACTION = Kind(
    name="safeguarding.marac_action",
    wording="{whose}: done what the meeting was promised about {number}",
    title="What a body undertook at the meeting",
    to="The victim",
    source="MARAC action D4",
    acts="safeguarding.marac",
    kept_when="The body says that it is done",
    ask=action_due,
    warn_minutes=(1440,),
    page="safeguarding:case",
    group=_GROUP,
)
HEARING = Kind(
    name="safeguarding.hearing",
    wording="Have the notice about {number} heard by the court",
    title="The court hears the application for a protection order",
    to="The court",
    source="Crime and Security Act 2010 s.27; Domestic Abuse Act 2021 s.29",
    acts="safeguarding.protect",
    kept_when="The court has heard the application",
    ask=hearing_due,
    warn_minutes=(1440, 240),
    page="safeguarding:protection",
    group=_GROUP,
)
BREACH_CRIME = Kind(
    name="safeguarding.breach_crime",
    wording="Record the breach of the order as a crime, {number}",
    title="Record the breach of an order as a crime",
    to="The victim",
    source="Domestic Abuse Act 2021 s.39; Home Office Crime Recording Rules",
    acts="safeguarding.protect",
    kept_when="The number of the recorded crime is written on the breach",
    ask=crime_due,
    warn_minutes=(360, 60),
    page="safeguarding:protection",
    group=_GROUP,
    victim=True,
)
BREACH_COURT = Kind(
    name="safeguarding.breach_court",
    wording="Bring the person arrested for breach before the court, {number}",
    title="Before the court after a breach",
    to="The court",
    source="Crime and Security Act 2010 s.26; Domestic Abuse Act 2021 s.26",
    acts="safeguarding.protect",
    kept_when="They were brought before the court",
    ask=court_due,
    warn_minutes=(360, 60),
    page="safeguarding:protection",
    group=_GROUP,
)
CHECKS = Kind(
    name="safeguarding.disclosure_checks",
    wording="First checks for a request about a partner's past",
    to="The person who asks",
    source="Domestic Violence Disclosure Scheme guidance, April 2023",
    acts="safeguarding.disclose",
    kept_when="The checks are made, and any danger now is acted on",
    ask=checks_due,
    warn_minutes=(240,),
    page="safeguarding:disclosure",
    group=_GROUP,
    victim=True,
)
MEETING = Kind(
    name="safeguarding.disclosure_meeting",
    wording="Meet the person who asks about a partner's past, safely",
    to="The person who asks",
    source="Domestic Violence Disclosure Scheme guidance, April 2023",
    acts="safeguarding.disclose",
    kept_when="They were met face to face and are who they say",
    ask=meeting_due,
    warn_minutes=(2880,),
    page="safeguarding:disclosure",
    group=_GROUP,
    victim=True,
)
WHOLE = Kind(
    name="safeguarding.disclosure_whole",
    wording="Tell, or decide not to tell, of a partner's past",
    to="The person who asks",
    source="Domestic Violence Disclosure Scheme guidance, April 2023",
    acts="safeguarding.disclose",
    kept_when="They were told in person, or it was decided with others not to tell",
    ask=whole_due,
    warn_minutes=(7200,),
    page="safeguarding:disclosure",
    group=_GROUP,
    victim=True,
)
