"""A request about a partner's past (Clare's Law): asked, checked at once, met, decided with others, told in person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.people.actions.persons import add_person
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import RESTRICTS
from bluelamp.safeguarding.models import DisclosureRequest
from bluelamp.safeguarding.owed.protection import CHECKS, MEETING, WHOLE
from bluelamp.safeguarding.rules import disclosure
from bluelamp.safeguarding.rules.disclosure import Deciding, Telling
from bluelamp.verdict import Refused, insist, refused

KEEPERS = ("domestic_abuse_specialist",)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who may be in danger, of whom, and who asks for them: persons already known by number, or names."""

    applicant_given: str = ""
    applicant_family: str = ""
    subject_given: str = ""
    subject_family: str = ""
    applicant: int | None = None
    subject: int | None = None
    third_given: str = ""
    third_family: str = ""


@action
def ask_for_disclosure(*, by: Acting, at: datetime, kind: str, asked: Asked, words: str, key: str | None = None) -> str:
    """Take a request, or begin one ourselves: three clocks run from now. Restricted from the start. "disclosure:2"."""
    require(by, "safeguarding.disclose")
    if kind not in DisclosureRequest.Kind.values or not words.strip():
        raise Refused(refused("Say what is asked, and why they are afraid.", field="words"))
    applicant = asked.applicant or _person(asked.applicant_given, asked.applicant_family, "applicant_given", by, at)
    subject = asked.subject or _person(asked.subject_given, asked.subject_family, "subject_given", by, at)
    if applicant == subject:
        raise Refused(refused("Nobody asks about themselves here.", field="subject_given"))
    third = None
    if kind == DisclosureRequest.Kind.THIRD:
        third = _person(asked.third_given, asked.third_family, "third_given", by, at)
    found = DisclosureRequest.objects.create(
        kind=kind, applicant_id=applicant, subject_id=subject, third_party_id=third, words=words, asked_at=at,
        officer_id=officer_of(by),
    )  # fmt: skip
    why = "A request about a partner's past"
    restrict(record=found.ref, why=why, owner=officer_of(by), roles=KEEPERS, by=RESTRICTS, at=at)
    _say(events.DISCLOSURE_ASKED, found, {"kind": DisclosureRequest.Kind(kind).label}, words=words)
    law = law_of("safeguarding")
    promise(CHECKS, record=found.ref, due=disclosure.checks_due(law, asked_at=at), began_at=at)
    promise(MEETING, record=found.ref, due=disclosure.meeting_due(law, asked_at=at), began_at=at)
    promise(WHOLE, record=found.ref, due=disclosure.whole_due(law, asked_at=at), began_at=at)
    return found.ref


@action
def check_first(*, by: Acting, at: datetime, request: int, words: str, key: str | None = None) -> str:
    """The first checks, and what was done about any danger now."""
    found = _request(request, by)
    if found.checked_at:
        raise Refused(refused("The first checks are made.", "Order of events"))
    if len(words.split()) < 2:
        raise Refused(refused("Write what was checked, and whether there is danger now.", field="words"))
    found.checked_at, found.checked_words = at, words
    found.save(update_fields=["checked_at", "checked_words"])
    _say(events.DISCLOSURE_CHECKED, found, {}, words=words)
    keep(CHECKS, record=found.ref, at=at)
    return found.ref


@action
def meet(*, by: Acting, at: datetime, request: int, identity_checked: bool, key: str | None = None) -> str:
    """Met face to face, safely; refused unless it is known that they are who they say."""
    found = _request(request, by)
    if found.met_at:
        raise Refused(refused("They were met already.", "Order of events"))
    if not identity_checked:
        raise Refused(refused("First be sure who they are.", field="identity_checked"))
    found.met_at = at
    found.save(update_fields=["met_at"])
    _say(events.DISCLOSURE_MET, found, {"checked": True})
    keep(MEETING, record=found.ref, at=at)
    return found.ref


@action
def decide(
    *,
    by: Acting,
    at: datetime,
    request: int,
    disclose: bool,
    bodies: Sequence[str],
    reason: str,
    key: str | None = None,
) -> str:
    """Decide together with other bodies; a reason is written for a disclosure and against one."""
    found = _request(request, by)
    if found.checked_at is None or found.decided_at:
        words = "Make the first checks first." if found.checked_at is None else "It is decided already."
        raise Refused(refused(words, "Order of events"))
    named = tuple(each.strip() for each in bodies if each.strip())
    insist(disclosure.may_decide(deciding=Deciding(disclose=disclose, bodies=named, reason=reason)))
    found.decided_at, found.disclose, found.bodies, found.reason = at, disclose, list(named), reason
    found.save(update_fields=["decided_at", "disclose", "bodies", "reason"])
    facts = {"bodies": list(named), "decision": "to tell" if disclose else "not to tell"}
    _say(events.DISCLOSURE_DECIDED, found, facts, reason=reason)
    if not disclose:
        keep(WHOLE, record=found.ref, at=at)
    return found.ref


@action
def tell_of_past(
    *,
    by: Acting,
    at: datetime,
    request: int,
    in_person: bool,
    nothing_left: bool,
    undertaking: bool,
    to_third: bool = False,
    can_protect: str = "",
    identity_checked: bool = False,
    key: str | None = None,
) -> str:
    """Tell them, in person and by voice only, after they signed that they keep it to themselves.

    Where somebody else asked for them, who was met is not who is told: `identity_checked` says that they are known too.
    """
    found = _request(request, by)
    if found.told_at:
        raise Refused(refused("They were told already.", "Order of events"))
    telling = Telling(
        decided_to_disclose=bool(found.disclose), in_person=in_person, nothing_left=nothing_left,
        identity_checked=found.met_at is not None and (found.third_party_id is None or to_third or identity_checked),
        undertaking=undertaking, to_third=to_third, can_protect=can_protect,
    )  # fmt: skip
    if to_third and found.third_party_id is None:
        raise Refused(refused("Nobody else asked for them.", field="to_third"))
    insist(disclosure.may_tell(telling=telling))
    found.told_at, found.told_third = at, to_third
    found.save(update_fields=["told_at", "told_third"])
    if to_third:
        _say(events.DISCLOSED_TO_THIRD, found, {}, can_protect=can_protect)
    else:
        _say(events.DISCLOSED, found, {})
    keep(WHOLE, record=found.ref, at=at)
    return found.ref


def _request(number: int, by: Acting) -> DisclosureRequest:
    require(by, "safeguarding.disclose")
    return DisclosureRequest.objects.select_for_update(of=("self",)).get(pk=number)


def _person(given: str, family: str, field: str, by: Acting, at: datetime) -> int:
    if not (given.strip() or family.strip()):
        raise Refused(refused("Give their name.", field=field))
    return int(add_person(by=by, at=at, given_names=given, family_name=family).partition(":")[2])


def _say(event: Event, found: DisclosureRequest, facts: Mapping[str, object], **words: str) -> None:
    """On the request alone: nothing on the record of either person says that somebody asked."""
    write(event, record=found.ref, facts=facts, words=words)
