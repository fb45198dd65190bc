"""A detained child: told, cared for, refused bail, accommodation asked, certified for the court (P23, P24)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.events.children import ANSWERED, ASKED, BAIL_REFUSED, CERTIFIED, WELFARE
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Accommodation, BailRefused, Certificate, Detention, Welfare
from bluelamp.custody.needs import age_of
from bluelamp.custody.owed.treatment import ASK_AUTHORITY
from bluelamp.custody.rules import local_authority
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused

GROUND_WORDS = {
    "impracticable": "impracticable to move",
    "no_secure_place": "no secure accommodation, and other would not protect the public from serious harm",
}


@action
def note_welfare(
    *, by: Acting, at: datetime, detention: int, told_who: str = "", woman: str = "", key: str | None = None
) -> str:
    """Write who responsible for welfare was told, or in which woman's care a girl is (CYPA 1933 s.31, s.34)."""
    require(by, "custody.call", "custody.authorise")
    found = _child(detention)
    if not (told_who.strip() or woman.strip()):
        raise Refused(refused("Write who was told, or the woman's name.", "Code C 3.13, 3.20A", field="told_who"))
    if woman.strip() and found.person.sex != "female":
        raise Refused(refused("Only a girl is in the care of a named woman.", "CYPA 1933 s.31", field="woman"))
    made, _ = Welfare.objects.get_or_create(detention=found)
    if told_who.strip():
        made.told_who, made.told_at = told_who, at
        say(WELFARE, found, {"what": "the person responsible for their welfare told"}, words={"who": told_who})
    if woman.strip():
        made.woman = woman
        say(WELFARE, found, {"what": "in the care of a woman"}, words={"who": woman})
    made.save()
    return found.ref


@action
def refuse_bail_to_child(*, by: Acting, at: datetime, detention: int, words: str, key: str | None = None) -> str:
    """Bail after charge is refused to a child: local authority accommodation is owed from now (PACE s.38(6))."""
    require(by, "custody.authorise")
    found = _child(detention)
    if found.charged_at is None:
        raise Refused(refused("Nobody is charged: this is decided after charge.", "PACE s.38(1)"))
    if BailRefused.objects.filter(detention=found).exists():
        raise Refused(refused("Bail is refused already.", "Order of events"))
    if not words.strip():
        raise Refused(refused("Write the grounds for refusing bail.", "PACE s.38(3)", field="words"))
    BailRefused.objects.create(detention=found, at=at, officer_id=officer_of(by), words=words)
    promise(ASK_AUTHORITY, record=found.ref, due=local_authority.ask_by(refused_at=at, law=law_of("custody")),
            words={"who": found.person.name}, about=(found.person.ref,), unit=found.suite.name)  # fmt: skip
    say(BAIL_REFUSED, found, words={"words": words})
    return found.ref


@action
def ask_accommodation(
    *, by: Acting, at: datetime, detention: int, asked_of: str, secure: bool, key: str | None = None
) -> str:
    """Ask a local authority for accommodation, secure or not."""
    require(by, "custody.authorise", "custody.call")
    found = _child(detention)
    if not BailRefused.objects.filter(detention=found).exists():
        raise Refused(refused("Bail is not refused: nothing is asked for yet.", "PACE s.38(6)"))
    if not asked_of.strip():
        raise Refused(refused("Write which authority, and who was spoken to.", "PACE s.38(6)", field="asked_of"))
    Accommodation.objects.create(detention=found, asked_at=at, asked_of=asked_of, secure=secure)
    keep(ASK_AUTHORITY, record=found.ref, at=at)
    facts = {"secure": secure, "type_words": "secure accommodation" if secure else "accommodation, not secure"}
    say(ASKED, found, facts, words={"asked_of": asked_of})
    return found.ref


@action
def answer_accommodation(
    *, by: Acting, at: datetime, accommodation: int, offered: bool, words: str, key: str | None = None
) -> str:
    """Write what the local authority answered, and when."""
    require(by, "custody.authorise", "custody.call")
    found = _child(Accommodation.objects.values_list("detention_id", flat=True).get(pk=accommodation))
    asked = Accommodation.objects.select_for_update().get(pk=accommodation)
    if asked.answered_at:
        raise Refused(refused("This request is answered already.", "Order of events"))
    if not words.strip():
        raise Refused(refused("Write what they answered and who said it.", "PACE s.38(6)", field="words"))
    asked.answered_at, asked.offered, asked.words = at, offered, words
    asked.save(update_fields=["answered_at", "offered", "words"])
    facts = {"offered": offered, "answer": "accommodation offered" if offered else "none available"}
    say(ANSWERED, found, facts, words={"words": words})
    return found.ref


@action
def certify(*, by: Acting, at: datetime, detention: int, ground: str, words: str, key: str | None = None) -> str:
    """Certify for the court why a child was not moved (PACE s.38(6), (7))."""
    require(by, "custody.authorise")
    found = _child(detention)
    if Certificate.objects.filter(detention=found).exists():
        raise Refused(refused("The certificate is made already.", "Order of events"))
    child = local_authority.Child(
        age=age_of(found, at),
        asked=tuple(one.as_facts() for one in found.accommodation.all()),
        bail_refused=BailRefused.objects.filter(detention=found).exists(),
    )
    law, chosen = law_of("custody"), local_authority.Ground(ground)
    insist(local_authority.may_certify(child=child, ground=chosen, words=words, law=law, at=at))
    Certificate.objects.create(detention=found, at=at, officer_id=officer_of(by), ground=ground, words=words)
    say(CERTIFIED, found, {"ground": ground, "ground_words": GROUND_WORDS[ground]}, words={"words": words})
    return found.ref


def _child(detention: int) -> Detention:
    found = lock(detention)
    if not is_child(found):
        raise Refused(refused("This is for a child: by date of birth, or who appears under 18.", "Code C 1.5"))
    return found
