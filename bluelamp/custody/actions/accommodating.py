"""A charged child refused bail: the local authority asked, its answer, and the certificate for the court (P24)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.events.calling import ACCOMMODATION_ANSWERED, ACCOMMODATION_ASKED, CERTIFIED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Accommodation, Certificate, Detention
from bluelamp.custody.owed.calling import ACCOMMODATION
from bluelamp.custody.rules.children import Certifying, Ground, may_certify
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep
from bluelamp.people.rules.ages import age
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

GROUND_WORDS = {
    Ground.IMPRACTICABLE: "impracticable to move the child",
    Ground.NO_SECURE_PLACE: "no secure place, and the public not protected otherwise",
}


@action
def ask_accommodation(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    authority: str,
    secure: bool,
    who: str = "",
    asked_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Ask the local authority, with the time and what is asked for."""
    require(by, "custody.authorise")
    found, when = _child(detention), asked_at or at
    if not authority.strip():
        raise Refused(refused("Name the local authority that was asked.", "PACE s.38(6)", field="authority"))
    Accommodation.objects.create(
        detention=found, asked_at=when, officer_id=by.number, authority=authority, who=who, secure=secure
    )
    keep(ACCOMMODATION, record=found.ref, at=when)
    facts = {"kind": "secure" if secure else "ordinary", "secure": secure}
    said = f"{authority}, {who}" if who else authority
    say(ACCOMMODATION_ASKED, found, facts, words={"authority": said}, occurred_at=when, reason=reason_late)
    return found.ref


@action
def answer_accommodation(
    *, by: Acting, at: datetime, detention: int, offered: bool, answer: str, key: str | None = None
) -> str:
    """What the local authority answered to the last request, and when."""
    require(by, "custody.authorise")
    found = _child(detention)
    asked = found.accommodation.select_for_update().filter(answered_at=None).order_by("-asked_at").first()
    if asked is None:
        raise Refused(refused("Nothing is waiting for an answer: ask first.", "PACE s.38(6)"))
    if not answer.strip():
        raise Refused(refused("Write what was answered, in words.", "PACE s.38(6)", field="answer"))
    asked.answered_at, asked.offered, asked.answer = at, offered, answer
    asked.save(update_fields=["answered_at", "offered", "answer"])
    facts = {"answer_word": "a place offered" if offered else "no place", "offered": offered}
    say(ACCOMMODATION_ANSWERED, found, facts, words={"answer": answer})
    return found.ref


@action
def certify(
    *, by: Acting, at: datetime, detention: int, ground: str, words: str, harm_words: str = "", key: str | None = None
) -> str:
    """Certify why the child is kept at the station; the certificate goes to the court."""
    require(by, "custody.authorise")
    found = _child(detention)
    known = age(found.person.born(), on=local_day(at))
    asked = tuple(one.as_facts() for one in found.accommodation.order_by("asked_at"))
    certifying = Certifying(
        ground=Ground(ground), age=known[0] if known else None, asked=asked, words=words, serious_harm_words=harm_words
    )
    insist(may_certify(certifying=certifying, law=law_of("custody"), at=at))
    if Certificate.objects.filter(detention=found).exists():
        raise Refused(refused("There is a certificate already.", "PACE s.38(7)"))
    Certificate.objects.create(
        detention=found, certified_at=at, officer_id=by.number, ground=ground, words=words, harm_words=harm_words
    )
    facts = {"ground": ground, "ground_words": GROUND_WORDS[Ground(ground)]}
    say(CERTIFIED, found, facts, words={"words": words, "harm": harm_words})
    return found.ref


def _child(detention: int) -> Detention:
    found = lock(detention)
    if not is_child(found):
        raise Refused(refused("For somebody under 18, or who appears so.", "PACE s.38(6), s.37(15)"))
    if found.charged_at is None:
        raise Refused(refused("Only once the child is charged and refused bail.", "PACE s.38(6)"))
    return found
