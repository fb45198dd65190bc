"""What is owed before a risk is graded, the assessment, and after it: an adviser told at once, the meeting."""

from datetime import datetime

from bluelamp.deadlines.instants import instant
from bluelamp.owed.actions.stating import EVERY_SLOT, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.history import criteria_of
from bluelamp.safeguarding.models import DomesticIncident, MaracReferral, Pathway, Referral
from bluelamp.safeguarding.owed.domestic import ADVISER, ASSESS, CHILD_REFERRAL, MARAC
from bluelamp.safeguarding.owed.following import JUDGE
from bluelamp.safeguarding.rules.assessing import Risk, assess_due
from bluelamp.safeguarding.rules.marac import adviser_due, refer_due
from bluelamp.safeguarding.rules.recognising import Finding, child_referral_due


def owe_assessment(found: DomesticIncident, *, unit: str) -> datetime:
    """State that the risk is assessed by the end of the shift in which it was raised, and whose it is."""
    due = assess_due(law_of("safeguarding"), raised_at=found.raised_at, duty_ends_at=found.shift_ends_at)
    promise(
        ASSESS,
        record=found.ref,
        due=due,
        began_at=found.raised_at,
        facts={"number": found.incident.number},
        words={"kind": found.incident.kind},
        about=(found.incident.ref,),
        unit=unit,
    )
    return due.due


def owe_judging(found: Pathway, *, name: str, unit: str) -> datetime:
    """The same for a pathway that stands alone: its name and number, never who is harmed."""
    due = assess_due(law_of("safeguarding"), raised_at=found.opened_at, duty_ends_at=found.shift_ends_at)
    facts = {"number": found.incident.number, "pathway": name}
    about = (found.incident.ref,)
    promise(JUDGE, record=found.ref, due=due, began_at=found.opened_at, facts=facts, about=about, unit=unit)
    return due.due


def owe_what_the_grade_calls_for(found: DomesticIncident, at: datetime) -> None:
    """State what the grade and the history call for, or take it back where they do no more."""
    _adviser(found, at)
    _meeting(found, at)


def owe_child_referral(found: DomesticIncident, before: str, at: datetime) -> None:
    """Somebody under 16 is no matter of domestic abuse in law: children's services are owed a referral instead (D1)."""
    if found.finding != Finding.CHILD_SAFEGUARDING:
        withdraw(CHILD_REFERRAL, record=found.ref, slot=EVERY_SLOT, why="Neither is under 16")
    elif before != found.finding and not found.referrals.filter(kind=Referral.Kind.CHILDREN).exists():
        due = child_referral_due(law_of("safeguarding"), at=at)
        facts, about = {"number": found.incident.number}, (found.incident.ref,)
        slot = instant(at).isoformat()
        promise(CHILD_REFERRAL, record=found.ref, slot=slot, due=due, began_at=at, facts=facts, about=about)


def _adviser(found: DomesticIncident, at: datetime) -> None:
    if found.referrals.filter(kind=Referral.Kind.ADVISER).exists():
        return
    if found.grade == Risk.HIGH:
        due = adviser_due(law_of("safeguarding"), at=found.assessed_at or at)
        about = (found.incident.ref,)
        promise(ADVISER, record=found.ref, due=due, began_at=at, facts={"number": found.incident.number}, about=about)
    else:
        withdraw(ADVISER, record=found.ref, why="The risk is not High")


def _meeting(found: DomesticIncident, at: datetime) -> None:
    if MaracReferral.objects.filter(domestic=found).exists():
        return
    if criteria_of(found, at=at):
        due = refer_due(law_of("safeguarding"), at=found.assessed_at or at)
        about = (found.incident.ref,)
        promise(MARAC, record=found.ref, due=due, began_at=at, facts={"number": found.incident.number}, about=about)
    else:
        withdraw(MARAC, record=found.ref, why="No criterion is met")
