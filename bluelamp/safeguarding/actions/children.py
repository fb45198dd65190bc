"""Children in it: each a person of their own, a victim in law where affected and related, their school told in time."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.partners.actions.sharing import share
from bluelamp.partners.rules.fields import Purpose
from bluelamp.people.actions.persons import add_person
from bluelamp.people.queries import kept_addresses
from bluelamp.people.rules.masking import holds_none
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked, say
from bluelamp.safeguarding.models import ChildInvolved, SchoolNotice
from bluelamp.safeguarding.owed.domestic import SCHOOL
from bluelamp.safeguarding.rules.recognising import Child
from bluelamp.safeguarding.rules.recognising import child as recognised
from bluelamp.safeguarding.rules.school_notice import Recipient, Sending, due, may_leave_out, may_send, recipient
from bluelamp.safeguarding.schools import schools, year_of_school
from bluelamp.safeguarding.sharing import body_for, born_words, fields_of_child
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Kind, Naming

ON_THE_PAGE = "partner_page"
NOT_KNOWN = "Not known"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A child as found: name, what the law asks, whether it was there, its own voice, its school, who speaks for it."""

    given_names: str = ""
    family_name: str = ""
    age: int | None = None
    affected: bool | None = None
    related: bool | None = None
    present: bool | None = None
    voice: str = ""
    school: str = ""
    home_educated: bool = False
    spoken_for_by: str = ""


@action
def note_child(*, by: Acting, at: datetime, domestic: int, seen: Seen, key: str | None = None) -> str:
    """Enter a child as a person and, in law or in doubt, as a victim in their own right (D2). Answers "child:4"."""
    require(by, "safeguarding.assess")
    found = locked(domestic)
    if not (seen.given_names.strip() or seen.family_name.strip()):
        raise Refused(refused("Give a name, or what the child is called.", field="given_names"))
    if seen.school and seen.school not in schools():
        raise Refused(refused("Choose a school of the list.", field="school"))
    answer = recognised(child=Child(age=seen.age, affected=seen.affected, related=seen.related))
    age = None if seen.age is None else (seen.age, seen.age)
    ref = add_person(by=by, at=at, age=age, given_names=seen.given_names, family_name=seen.family_name)
    person = int(ref.partition(":")[2])
    told = {name: value for name, value in vars(seen).items() if not name.endswith(("_names", "_name", "_by"))}
    child = ChildInvolved.objects.create(
        domestic=found, person_id=person, is_victim=answer.is_victim, noted_at=at, **told
    )
    facts = {"is_victim": answer.is_victim, "child": f"person:{person}", "ask": list(answer.ask)}
    say(events.CHILD_NOTED, found, facts=facts, words={"voice": seen.voice}, about=(child.ref,))
    if answer.is_victim:
        _is_victim(child, seen.spoken_for_by, by, at)
    return child.ref


def _is_victim(child: ChildInvolved, spoken_for_by: str, by: Acting, at: datetime) -> None:
    incident, law = child.domestic.incident, law_of("safeguarding")
    record_victim(
        by=by,
        at=at,
        person=child.person_id,
        incident=incident.pk,
        circumstances=Circumstances(domestic=True, age=child.age),
        naming=Naming(kind=Kind.CHILD_OF_ABUSE, age=child.age, spoken_for_by=spoken_for_by, taken_as_child=True),
    )
    if recipient(law, age=child.age, home_educated=child.home_educated, at=at) is Recipient.NOBODY:
        return
    by_when = due(law, year=year_of_school(child.school), at=child.domestic.raised_at)
    promise(
        SCHOOL,
        record=child.domestic.ref,
        slot=str(child.pk),
        due=by_when,
        began_at=at,
        facts={"number": incident.number},
        words={"child": child.person.name},
        about=(child.ref, f"person:{child.person_id}", incident.ref),
    )


def _child(number: int) -> ChildInvolved:
    rows = ChildInvolved.objects.select_for_update(of=("self",))
    child = rows.select_related("domestic__incident", "domestic__victim__person", "person").get(pk=number)
    locked(child.domestic_id)
    if SchoolNotice.objects.filter(child=child).exists():
        raise Refused(refused("What became of this notice is written already.", "Order of events"))
    return child


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What a school's lead is told: to whom, what happened in one line, when and where."""

    to_name: str
    to_named_lead: bool
    circumstances: str
    happened_at: datetime | None
    place: str


@action
def tell_school(*, by: Acting, at: datetime, child: int, route: str, notice: Notice, key: str | None = None) -> str:
    """Tell the safeguarding lead, or the council, by a secure route; refused by any other (D8)."""
    require(by, "safeguarding.refer")
    found, law = _child(child), law_of("safeguarding")
    born = born_words(found.person, at=at)
    sending = Sending(
        route=route, child=found.person.name, born=born, reference=found.domestic.incident.number, **vars(notice)
    )
    insist(may_send(law, sending=sending, at=at))
    insist(holds_none([notice.circumstances, notice.place], kept=kept_addresses(), field="place"))
    whom = recipient(law, age=found.age, home_educated=found.home_educated, at=at)
    told = {"to_name": notice.to_name, "circumstances": notice.circumstances, "place": notice.place}
    SchoolNotice.objects.create(
        child=found, recipient=whom, route=route, born=born, happened_at=notice.happened_at, at=at,
        officer_id=officer_of(by), **told,
    )  # fmt: skip
    if route == ON_THE_PAGE:
        _share(found, notice, by, at)
    facts = {"recipient": whom.words, "route": route.replace("_", " "), "school": found.school}
    words = {"to_name": notice.to_name, "circumstances": notice.circumstances}
    say(events.SCHOOL_TOLD, found.domestic, facts=facts, words=words, about=(found.ref,))
    keep(SCHOOL, record=found.domestic.ref, slot=str(found.pk), at=at)
    return found.ref


def _share(child: ChildInvolved, notice: Notice, by: Acting, at: datetime) -> None:
    """On the school's own secure page, else that of the body that passes notices on; with the agreed fields alone."""
    school = schools().get(child.school)
    body = body_for(school, at=at)
    if body is None:
        raise Refused(refused("No body has agreed to pass notices on to schools.", "Agreements", field="route"))
    fields = fields_of_child(
        child, partner=body.key, school=school.name if school else NOT_KNOWN, to_name=notice.to_name,
        circumstances=notice.circumstances, happened_at=notice.happened_at or at, place=notice.place, by=by, at=at,
    )  # fmt: skip
    share(
        partner=body.key, purpose=Purpose.SCHOOL_NOTICE, record=child.domestic.ref, fields=fields,
        about=(child.ref, child.person.ref), urgent=True, by=by, at=at,
    )  # fmt: skip


@action
def leave_school_out(*, by: Acting, at: datetime, child: int, code: str, words: str, key: str | None = None) -> str:
    """Not tell a school, for one of the coded reasons and in words (D8)."""
    require(by, "safeguarding.refer")
    found = _child(child)
    insist(may_leave_out(law_of("safeguarding"), code=code, words=words, at=at))
    SchoolNotice.objects.create(
        child=found, recipient=Recipient.NOBODY, exception=code, words=words, at=at, officer_id=officer_of(by)
    )
    facts = {"code": code.replace("_", " ")}
    say(events.SCHOOL_LEFT_OUT, found.domestic, facts=facts, words={"words": words}, about=(found.ref,))
    keep(SCHOOL, record=found.domestic.ref, slot=str(found.pk), at=at)
    return found.ref
