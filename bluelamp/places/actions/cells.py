"""A cell closed with a reason, and opened again."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.events import CELL_CLOSED, CELL_OPENED
from bluelamp.places.models import Cell
from bluelamp.verdict import insist, refused


@action
def close_cell(*, cell: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take a cell out of use and say why. Whether somebody is in it is custody's to check first."""
    require(by, "places.edit", "custody.transfer")
    row = Cell.objects.select_for_update(of=("self",)).select_related("suite").get(pk=cell)
    if not why.strip():
        insist(refused("Say why the cell is closed.", field="why"))
    if row.state == Cell.State.CLOSED:
        insist(refused(f"The cell is closed already: {row.closed_why}."))
    row.state, row.closed_why = Cell.State.CLOSED, why.strip()
    row.save(update_fields=["state", "closed_why"])
    write(
        CELL_CLOSED,
        record=f"cell:{row.pk}",
        about=(f"suite:{row.suite_id}",),
        facts={"name": str(row)},
        words={"why": row.closed_why},
    )
    return f"cell:{row.pk}"


@action
def open_cell(*, cell: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Put a cell back into use."""
    require(by, "places.edit", "custody.transfer")
    row = Cell.objects.select_for_update(of=("self",)).select_related("suite").get(pk=cell)
    if row.state == Cell.State.OPEN:
        insist(refused("The cell is open already."))
    row.state, row.closed_why = Cell.State.OPEN, ""
    row.save(update_fields=["state", "closed_why"])
    write(CELL_OPENED, record=f"cell:{row.pk}", about=(f"suite:{row.suite_id}",), facts={"name": str(row)})
    return f"cell:{row.pk}"
