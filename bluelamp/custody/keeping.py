"""What every action on a detention begins with: lock the open record, and say what happened in its chain."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.custody.clocks import limit_of, next_review_of
from bluelamp.custody.events.cells import CELL_LEFT
from bluelamp.custody.models import CellStay, Detention
from bluelamp.custody.owed.clocks import LIMIT, REVIEW
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import promise
from bluelamp.verdict import Refused, refused

FROZEN = "Police Reform Act 2002 Sch. 3 para. 14C"


def lock(detention: int, *, frozen_too: bool = False) -> Detention:
    """The open custody record, locked until commit. Refused once it is closed, and while it is frozen.

    `frozen_too` is for what a death or serious injury itself needs: its referral, and its end.
    """
    found = (
        Detention.objects.select_for_update(of=("self",)).select_related("person", "arrest", "suite").get(pk=detention)
    )
    if found.released_at:
        words = f"Custody record {found.number} was closed {spoken(found.released_at)}: {found.disposal}."
        raise Refused(refused(words, "Order of events"))
    if found.frozen_at and not frozen_too:
        words = (
            f"Custody record {found.number} is frozen since {spoken(found.frozen_at)}, after a death or serious injury."
        )
        raise Refused(refused(f"{words} A superintendent may open it again.", FROZEN))
    return found


def say(
    event: Event,
    detention: Detention,
    facts: Mapping[str, object] | None = None,
    *,
    words: Mapping[str, str] | None = None,
    about: Sequence[str] = (),
    occurred_at: datetime | None = None,
    reason: str = "",
) -> None:
    """One entry in the record's chain, seen from the person's page too."""
    write(
        event,
        record=detention.ref,
        about=(detention.person.ref, *about),
        occurred_at=occurred_at,
        reason=reason,
        facts={"suite": detention.suite.key, "suite_name": detention.suite.name, **(facts or {})},
        words=words,
    )


def restate_clocks(detention: Detention, at: datetime) -> None:
    """Work both clocks out again from the facts, store them to be found, and state what they make us owe."""
    limit, review = limit_of(detention, at), next_review_of(detention, at)
    detention.limit_at = limit.due if limit else None
    detention.review_due_at = review.due if review else None
    detention.save(update_fields=["limit_at", "review_due_at"])
    owe = partial(
        promise,
        record=detention.ref,
        words={"who": detention.person.name},
        unit=detention.suite.name,
        about=(detention.person.ref,),
    )
    if limit and detention.charged_at is None:
        owe(LIMIT, due=limit, began_at=detention.relevant_time)
    if review:
        done = detention.reviews_done()
        n, began = len(done) + 1, done[-1].done_at if done else detention.authorised_at
        owe(REVIEW, slot=str(n), due=review, began_at=began, facts={"n": n})


def end_stay(detention: Detention, at: datetime) -> bool:
    """End the stay in a cell, where there is one, inside the action that moves or releases the person."""
    stay = (
        CellStay.objects.select_for_update(of=("self",))
        .filter(detention=detention, during__upper_inf=True)
        .select_related("cell")
        .first()
    )
    if stay is None:
        return False
    if at <= stay.during.lower:
        raise Refused(refused("Out of the cell before going in.", "Order of events"))
    stay.during = DateTimeTZRange(stay.during.lower, at)
    stay.save(update_fields=["during"])
    say(CELL_LEFT, detention, {"cell": f"cell:{stay.cell_id}", "cell_number": stay.cell.number})
    return True
