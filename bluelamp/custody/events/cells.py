"""What the ledger says of cells."""

from bluelamp.custody.events.erasing import NO_WORDS
from bluelamp.ledger.registry import Event

CELL_ENTERED = Event(
    name="custody.cell_entered",
    sentence="In cell {cell_number}, {suite_name}",
    retention="custody",
    erasure=NO_WORDS,
)
CELL_LEFT = Event(
    name="custody.cell_left",
    sentence="Out of cell {cell_number}, {suite_name}",
    retention="custody",
    erasure=NO_WORDS,
)
