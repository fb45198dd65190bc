"""Into a cell and out of it. Hard rules refuse; the database holds that nobody shares by mistake (P30)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import facts_of_cell, facts_of_person
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.cells import CELL_ENTERED
from bluelamp.custody.keeping import end_stay, lock, say
from bluelamp.custody.models import CellStay
from bluelamp.custody.rules.choosing_a_cell import may_allocate
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused, insist, refused


@action
def allocate_cell(*, by: Acting, at: datetime, detention: int, cell: int, why: str = "", key: str | None = None) -> str:
    """Put somebody in a cell, moving them from another. A soft rule is set aside only by an inspector with a reason."""
    require(by, "custody.transfer")
    found = lock(detention)
    chosen = Cell.objects.select_related("suite").get(pk=cell)
    if chosen.suite_id != found.suite_id:
        raise Refused(refused(f"{chosen} is not in the suite where the person is.", "Custody of the suite"))
    insist(
        may_allocate(
            person=facts_of_person(found),
            cell=facts_of_cell(chosen),
            law=law_of("custody"),
            on=local_day(at),
            decider=decider(by, found),
            reason=why,
        )
    )
    end_stay(found, at)
    try:
        with transaction.atomic():
            CellStay.objects.create(detention=found, cell=chosen, during=DateTimeTZRange(at, None), why=why)
    except IntegrityError as error:
        if "one_person_per_cell" not in str(error):
            raise
        raise Refused(refused(f"{chosen.number} is occupied: one to a cell.", "Code C 8.1", field="cell")) from error
    say(CELL_ENTERED, found, {"cell": f"cell:{chosen.pk}", "cell_number": chosen.number})
    return found.ref


@action
def leave_cell(*, by: Acting, at: datetime, detention: int, key: str | None = None) -> str:
    """Take somebody out of their cell."""
    require(by, "custody.transfer")
    found = lock(detention)
    if not end_stay(found, at):
        raise Refused(refused("This person is not in a cell.", "Order of events"))
    return found.ref
