"""A suite handed over by one custody officer and taken over by another, each by name."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.handovers import HANDED_OVER, TAKEN_OVER
from bluelamp.custody.handing_over import held_at
from bluelamp.custody.models import CustodyOf, Detention, Handover
from bluelamp.custody.responsible import custody_officer, pass_on
from bluelamp.custody.rules.handing_over import may_accept, may_write
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused


@action
def hand_over(*, by: Acting, at: datetime, suite: int, began_at: datetime, words: str, key: str | None = None) -> str:
    """Write the handover of a suite for the shift since `began_at`; who is held is kept as it stands now."""
    require(by, "custody.authorise")
    place = Suite.objects.get(pk=suite)
    insist(may_write(words=words, began_at=began_at, at=at))
    held = held_at(place.pk)
    made = Handover(suite=place, began_at=began_at, written_at=at, written_by_id=officer_of(by), words=words, held=held)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as error:
        if "one_open_handover_per_suite" not in str(error):
            raise
        words = f"A handover of {place.name} waits to be accepted already."
        raise Refused(refused(words, "Order of events")) from error
    _write(HANDED_OVER, made, {"held": len(held)}, {"words": words})
    return made.ref


@action
def accept_handover(*, by: Acting, at: datetime, handover: int, words: str = "", key: str | None = None) -> str:
    """Take over a suite by name. Refused to the one who wrote the handover, and once it is accepted."""
    require(by, "custody.authorise")
    rows = Handover.objects.select_for_update(of=("self",)).select_related("suite", "written_by", "accepted_by")
    found = rows.get(pk=handover)
    taken = str(found.accepted_by) if found.accepted_by else ""
    insist(may_accept(written_by=found.written_by_id, accepts=officer_of(by), accepted_by=taken))
    found.accepted_at, found.accepted_by_id, found.accepted_words = at, officer_of(by), words
    found.save(update_fields=["accepted_at", "accepted_by", "accepted_words"])
    _take_each(by, found.suite, at)
    _write(TAKEN_OVER, found, {}, {"words": words, "from_name": str(found.written_by)})
    return found.ref


def _take_each(by: Acting, suite: Suite, at: datetime) -> None:
    """Whoever is in the custody of this desk is now in that of the officer who took it over."""
    here = CustodyOf.objects.filter(kind=CustodyOf.Kind.CUSTODY, during__upper_inf=True, suite=suite)
    held = Detention.objects.filter(pk__in=here.values("detention"), released_at=None)
    for each in held.select_for_update(of=("self",)).order_by("pk"):
        pass_on(each, custody_officer(by, suite.pk, "Took over the suite"), at)


def _write(event: Any, made: Handover, facts: dict[str, object], words: dict[str, str]) -> None:
    shared = {"suite": made.suite.key, "suite_name": made.suite.name}
    write(event, record=made.ref, about=(f"suite:{made.suite_id}",), facts={**shared, **facts}, words=words)
