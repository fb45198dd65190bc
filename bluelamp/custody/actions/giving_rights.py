"""Telling a right: with its time and the person's words; what is wanted later is told anew (P22)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.desk import RIGHT_TOLD
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import RightTold
from bluelamp.custody.rules.giving_rights import Entitlement, Given, Response, may_record
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def tell_right(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    right: str,
    response: str,
    words: str = "",
    adult_present: bool | None = None,
    told_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Record that one right was told, and what the person answered. Every answer is kept, the newest counts."""
    require(by, "custody.desk")
    found = lock(detention)
    if right not in list(Entitlement) or response not in list(Response):
        raise Refused(refused("Choose the right, and what the person answered.", "Code C 3.1", field="response"))
    given = Given(
        right=Entitlement(right),
        response=Response(response),
        told_at=told_at or at,
        words=words.strip(),
        adult_present=adult_present,
    )
    insist(may_record(given=given, arrived_at=found.arrived_at, law=law_of("custody"), at=at))
    RightTold.objects.create(
        detention=found,
        right=right,
        response=response,
        told_at=given.told_at,
        words=given.words,
        adult_present=adult_present,
        officer_id=officer_of(by),
    )
    facts = {"right": right, "right_words": given.right.words, "response": response,
             "response_words": given.said.lower(), "adult_present": adult_present}  # fmt: skip
    said = {"words": given.words or "No words written"}
    say(RIGHT_TOLD, found, facts, words=said, occurred_at=given.told_at, reason=reason_late)
    return found.ref
