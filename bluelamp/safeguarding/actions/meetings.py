"""The meeting about those in most danger: referral, speaking at once, what each body undertook, the minutes."""

from collections.abc import Mapping
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.deadlines.months import add_months, end_of_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.partners.actions.sharing import share
from bluelamp.partners.rules.fields import Purpose
from bluelamp.people.actions.safety import add_warning
from bluelamp.people.models import PersonWarning
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding import events
from bluelamp.safeguarding.history import criteria_of
from bluelamp.safeguarding.keeping import RESTRICTS, locked, take_over
from bluelamp.safeguarding.models import MaracAction, MaracReferral, Meeting
from bluelamp.safeguarding.owed.domestic import MARAC
from bluelamp.safeguarding.owed.protection import MARAC_ACTION, URGENT
from bluelamp.safeguarding.rules.marac import may_wait, next_meeting, urgent_due
from bluelamp.safeguarding.sharing import fields_of
from bluelamp.safeguarding.warnings_in_force import WARNS
from bluelamp.verdict import Refused, insist, refused

KEEPERS = ("domestic_abuse_specialist",)
FLAG = "MARAC flag: ask a domestic abuse specialist"
_WHY = "The multi-agency meeting: by role and assignment"


@action
def refer_to_meeting(
    *, by: Acting, at: datetime, domestic: int, reason: str, urgent: bool = False, key: str | None = None
) -> str:
    """Put a case on the list of the next meeting that is still open, where a criterion is met (D4). Answers "marac:3".

    What is urgent owes the bodies a talk within hours: it does not wait. The case is restricted from the start.
    """
    require(by, "safeguarding.refer")
    found = locked(domestic)
    if MaracReferral.objects.filter(domestic=found).exists():
        raise Refused(refused("It is on the list of a meeting already.", "Order of events"))
    if found.assessed_at is None:
        raise Refused(refused("Assess the risk first.", "MARAC referral criteria D4"))
    met = criteria_of(found, at=at)
    if not met:
        raise Refused(refused("No criterion is met. Grade the risk High if you judge it so.", "MARAC criteria D4"))
    if len(reason.split()) < 2:
        raise Refused(refused("Say why the bodies need to hear it.", field="reason"))
    day = next_meeting(law_of("safeguarding"), referred_on=local_day(at))
    case = MaracReferral.objects.create(
        domestic=found, meeting=Meeting.objects.get_or_create(day=day)[0], criteria=[one.words for one in met],
        reason=reason, urgent=urgent, at=at, officer_id=officer_of(by),
    )  # fmt: skip
    if found.owner_id is None:
        take_over(found, by, at)
    assigned = [found.owner_id] if found.owner_id and found.owner_id != by.officer_id else []
    restrict(record=case.ref, why=_WHY, owner=officer_of(by), allowed=assigned, roles=KEEPERS, by=RESTRICTS, at=at)
    _flag(case, at)
    facts = {"day": spoken_day(day), "criteria": case.criteria, "urgent": urgent}
    _say(events.MARAC_REFERRED, case, facts, reason=reason)
    keep(MARAC, record=found.ref, at=at)
    if urgent:
        due, number = urgent_due(law_of("safeguarding"), at=at), found.incident.number
        promise(URGENT, record=case.ref, due=due, began_at=at, facts={"number": number}, about=(found.ref,))
    return case.ref


@action
def speak_at_once(*, by: Acting, at: datetime, case: int, words: str, key: str | None = None) -> str:
    """The bodies concerned spoke together before the meeting: with whom, and what was done."""
    require(by, "safeguarding.marac", "safeguarding.refer")
    found = _case(case)
    if len(words.split()) < 2:
        raise Refused(refused("Say who spoke, and what is done now.", field="words"))
    found.spoken_at, found.spoken_words = at, words
    found.save(update_fields=["spoken_at", "spoken_words"])
    _say(events.MARAC_SPOKEN, found, {}, words=words)
    keep(URGENT, record=found.ref, at=at)
    return found.ref


@action
def share_case(*, by: Acting, at: datetime, case: int, partner: str, asked: str, key: str | None = None) -> str:
    """Send a body its part of the pack: the fields it has agreed to get, and no others. Answers "share:5"."""
    require(by, "safeguarding.marac")
    found = _case(case)
    fields = fields_of(
        found.domestic, partner=partner, purpose=Purpose.DOMESTIC_ABUSE, asked=asked, agreed=None, by=by, at=at
    )
    return share(
        partner=partner, purpose=Purpose.DOMESTIC_ABUSE, record=found.ref, fields=fields,
        about=(found.domestic.ref,), urgent=found.urgent, by=by, at=at,
    )  # fmt: skip


@action
def undertake(
    *,
    by: Acting,
    at: datetime,
    case: int,
    words: str,
    due_on: date,
    body: int | None = None,
    key: str | None = None,
) -> str:
    """Write what a body (the police where none is named) undertook, and by which day: it is owed from now on."""
    require(by, "safeguarding.marac")
    found = _case(case)
    if not words.strip():
        raise Refused(refused("Write what they undertook.", field="words"))
    if due_on < local_day(at):
        raise Refused(refused("That day has passed.", field="due_on"))
    to = PartnerBody.objects.filter(pk=body).first() if body else None
    made = MaracAction.objects.create(case=found, body=to, words=words, due_on=due_on)
    _say(events.MARAC_ACTION, found, {"whose": made.whose, "due_on": spoken_day(due_on)}, words=words)
    steps = ("Undertaken at the meeting.",)
    due = Deadline(due=end_of_day(due_on), because=steps, basis="MARAC action D4")
    facts = {"whose": made.whose, "number": found.domestic.incident.number}
    promise(MARAC_ACTION, record=found.ref, slot=str(made.pk), due=due, began_at=at, facts=facts, unit=made.whose)
    return found.ref


@action
def fulfil(*, by: Acting, at: datetime, undertaking: int, words: str, key: str | None = None) -> str:
    """The body says that it has done it, in words."""
    require(by, "safeguarding.marac")
    made = MaracAction.objects.select_for_update(of=("self",)).select_related("body").get(pk=undertaking)
    found = _case(made.case_id)
    if made.done_at:
        raise Refused(refused("That is done already.", "Order of events"))
    if not words.strip():
        raise Refused(refused("Write what was done.", field="words"))
    made.done_at, made.done_words = at, words
    made.save(update_fields=["done_at", "done_words"])
    _say(events.MARAC_DONE, found, {"whose": made.whose}, words=words)
    keep(MARAC_ACTION, record=found.ref, slot=str(made.pk), at=at)
    return found.ref


@action
def hear(*, by: Acting, at: datetime, case: int, minutes: str, key: str | None = None) -> str:
    """Keep the minutes of one case. An urgent one about which nobody has spoken may not have waited for this."""
    require(by, "safeguarding.marac")
    found = _case(case)
    insist(may_wait(urgent=found.urgent, spoken=found.spoken_at is not None))
    if found.heard_at:
        raise Refused(refused("Its minutes are kept already.", "Order of events"))
    if not minutes.strip():
        raise Refused(refused("Write the minutes of this case.", field="minutes"))
    found.heard_at, found.minutes = at, minutes
    found.save(update_fields=["heard_at", "minutes"])
    _say(events.MARAC_HEARD, found, {"day": spoken_day(found.meeting.day)}, minutes=minutes)
    return found.ref


def _flag(case: MaracReferral, at: datetime) -> None:
    """A flag on the person harmed, for a year from the meeting, and nothing beyond it: why stays on the case."""
    victim, day = case.domestic.victim, case.meeting.day
    if victim:
        months = law_of("safeguarding").value("marac.repeat_months", on=day).number
        add_warning(
            person=victim.person_id, kind=PersonWarning.Kind.OTHER, words=FLAG, source=f"Meeting of {spoken_day(day)}",
            expires_at=end_of_day(add_months(day, months)), by=WARNS, at=at,
        )  # fmt: skip


def _case(number: int) -> MaracReferral:
    rows = MaracReferral.objects.select_for_update(of=("self",))
    return rows.select_related("domestic__incident", "domestic__victim__person", "meeting").get(pk=number)


def _say(event: Event, case: MaracReferral, facts: Mapping[str, object], **words: str) -> None:
    """Minutes and reasons stand on the restricted case alone; nothing of them on the person or the incident."""
    write(event, record=case.ref, about=(case.domestic.ref,), facts=facts, words=words)
