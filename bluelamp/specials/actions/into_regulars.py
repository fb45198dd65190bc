"""The pathway into the regulars: evidence in the special's own words, each step signed by whom the rule names (S6)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.specials import events
from bluelamp.specials.keeping import about, hand_of, open_record, own_record, progress
from bluelamp.specials.models import Evidence
from bluelamp.specials.rules import pathway, regulars
from bluelamp.verdict import Refused, insist, refused


@action
def put_evidence(*, by: Acting, at: datetime, step: str, words: str, key: str | None = None) -> str:
    """Put down, or put anew, what shows one step; one that is signed stands."""
    require(by, "specials.mine")
    found = own_record(by)
    rung = _step(step)
    insist(regulars.may_put(step=rung, progress=progress(found, at), words=words))
    Evidence.objects.update_or_create(
        special=found, step=rung.key, defaults={"words": words.strip(), "put_at": at, "signed_at": None}
    )  # fmt: skip
    facts = {"step": rung.key, "step_words": rung.words.lower()}
    write(events.EVIDENCE_PUT, record=found.ref, facts=facts, words={"words": words.strip()}, about=about(found))
    return found.ref


@action
def sign_evidence(*, by: Acting, at: datetime, special: int, step: str, key: str | None = None) -> str:
    """Sign that the evidence shows the step: the tutor, an inspector by regular rank, or the coordinator."""
    require(by, "specials.sign", "specials.coordinate")
    found, rung = open_record(special), _step(step)
    evidence = found.evidence.filter(step=rung.key).first()
    if evidence is None or evidence.signed_at:
        raise Refused(refused("There is no evidence for this step that waits to be signed.", "Order of events"))
    insist(pathway.right_hand(rung.signer, hand_of(by, found)))
    evidence.signed_at, evidence.signed_by_id = at, officer_of(by)
    evidence.save(update_fields=["signed_at", "signed_by"])
    facts = {"step": rung.key, "step_words": rung.words.lower()}
    write(events.EVIDENCE_SIGNED, record=found.ref, facts=facts, about=about(found))
    return found.ref


def _step(key: str) -> regulars.Step:
    if key not in regulars.BY_KEY:
        raise Refused(refused("The pathway has no such step.", field="step"))
    return regulars.BY_KEY[key]
