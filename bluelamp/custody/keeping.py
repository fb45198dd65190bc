"""What every action on a detention begins with: lock the open record, and say what happened in its chain."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Any

from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.compiled import Compiled, Given, fetch, insert, update
from bluelamp.custody.clocks import both_clocks
from bluelamp.custody.events.cells import CELL_ENTERED, CELL_LEFT
from bluelamp.custody.models import Absence, Bail, CellStay, Detention, JointAssessment
from bluelamp.custody.owed.clocks import LIMIT, REVIEW
from bluelamp.custody.rules.referral import Harm
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import promise
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused, refused

FROZEN = "Police Reform Act 2002 Sch. 3 para. 14C"
_AWAY = Compiled(lambda: Absence.objects.filter(detention=Given("detention"), returned_at=None))
_STAY = Compiled(
    lambda: (
        CellStay.objects.select_for_update(of=("self",))
        .filter(detention=Given("detention"), during__upper_inf=True)
        .select_related("cell")[:1]
    )
)


class WhileFrozen(Enum):
    """What an action may still write while a record is frozen after a death or serious injury."""

    NOTHING = auto()
    CARE = auto()
    """What a person who was injured is owed all the same: visits, a doctor, the hospital, their reviews."""
    ITS_END = auto()
    """The closing of the record of somebody who has died."""


def lock(detention: int, *, while_frozen: WhileFrozen = WhileFrozen.NOTHING, **read: Any) -> Detention:
    """The open custody record, locked until commit, with what else is `read` in the statement.

    Refused once it is closed, and while it is frozen unless the action is one for `while_frozen`.
    """
    found = lock_even_closed(detention, **read)
    if found.released_at:
        words = f"Custody record {found.number} was closed {spoken(found.released_at)}: {found.disposal}."
        raise Refused(refused(words, "Order of events"))
    if found.frozen_at and not _may_be_written(found, while_frozen):
        words = (
            f"Custody record {found.number} is frozen since {spoken(found.frozen_at)}, after a death or serious injury."
        )
        raise Refused(refused(f"{words} A superintendent may open it again.", FROZEN))
    return found


def is_dead(found: Detention) -> bool:
    """Whether a death was written of this record."""
    return found.referrals.filter(harm=Harm.DEATH).exists()


def _may_be_written(found: Detention, while_frozen: WhileFrozen) -> bool:
    if while_frozen is WhileFrozen.CARE:
        return not is_dead(found)
    return while_frozen is WhileFrozen.ITS_END


def lock_even_closed(detention: int, **read: Any) -> Detention:
    """The custody record, open or closed, locked until commit: for what is said about it afterwards."""
    if not read:
        return fetch(Detention, detention, "person", "arrest", "suite", lock=True)
    found: Detention = (
        Detention.objects.select_for_update(of=("self",))
        .select_related("person", "arrest", "suite")
        .annotate(**read)
        .get(pk=detention)
    )
    return found


def lock_bail(bail: int) -> Bail:
    """Bail in force, locked until commit. Refused once it has ended, with what came of it."""
    found = (
        Bail.objects.select_for_update(of=("self",))
        .select_related("person", "arrest", "suite", "detention__arrest", "detention__person", "detention__suite")
        .get(pk=bail)
    )
    if found.ended_at:
        words = f"This bail ended {spoken(found.ended_at)}: {found.outcome.replace('_', ' ')}."
        raise Refused(refused(words, "Order of events"))
    return found


def say_of_bail(
    event: Event, bail: Bail, facts: Mapping[str, object] | None = None, *, words: Mapping[str, str] | None = None
) -> None:
    """One entry in the bail's own chain, seen from the custody record and the person's page too."""
    write(event, record=bail.ref, about=(bail.detention.ref, bail.person.ref), facts=facts, words=words)


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
    limit, review, done = both_clocks(detention, at)
    detention.limit_at = limit.due if limit else None
    detention.review_due_at = review.due if review else None
    update(detention, "limit_at", "review_due_at")
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
        n, began = len(done) + 1, done[-1] if done else detention.authorised_at
        owe(REVIEW, slot=str(n), due=review, began_at=began, facts={"n": n})


def insist_here(detention: Detention) -> None:
    """Refused while the person is at hospital."""
    if _AWAY.ask(detention=detention.pk):
        raise Refused(refused("Not now: this person is at hospital.", "Order of events"))


def end_doings(detention: Detention, at: datetime) -> None:
    """End what cannot go on once somebody leaves the suite: a rest, a watch, an interview, an absence."""
    for lasting in (detention.rests, detention.watches):
        lasting.filter(ended_at=None, began_at__lt=at).update(ended_at=at)
    detention.interviews.filter(back_at=None, out_at__lt=at).update(back_at=at)
    detention.absences.filter(returned_at=None, left_at__lt=at).update(returned_at=at)


def end_stay(detention: Detention, at: datetime) -> bool:
    """End the stay in a cell, where there is one, inside the action that moves or releases the person."""
    stay = _STAY.first(detention=detention.pk)
    if stay is None:
        return False
    if at <= stay.during.lower:
        raise Refused(refused("Out of the cell before going in.", "Order of events"))
    stay.during = DateTimeTZRange(stay.during.lower, at)
    update(stay, "during")
    if stay.sharing_id:
        JointAssessment.objects.filter(pk=stay.sharing_id, ended_at=None).update(ended_at=at)
    say(CELL_LEFT, detention, {"cell": f"cell:{stay.cell_id}", "cell_number": stay.cell.number})
    return True


def enter(found: Detention, chosen: Cell, at: datetime, why: str) -> None:
    """The stay itself, inside the action that asked the rule; the database has the last word."""
    try:
        insert(CellStay(detention=found, cell=chosen, during=DateTimeTZRange(at, None), why=why))
    except IntegrityError as error:
        if "one_person_per_" not in str(error):
            raise
        raise Refused(refused(f"{chosen.number} is occupied: one to a cell.", "Code C 8.1", field="cell")) from error
    say(CELL_ENTERED, found, {"cell": f"cell:{chosen.pk}", "cell_number": chosen.number})
