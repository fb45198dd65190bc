"""What the ledger says of cells."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
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
RULE_SET_ASIDE = Event(
    name="custody.cell_rule_set_aside",
    sentence="In cell {cell_number} although: {against} Set aside because: {why}",
    retention="custody",
    words=("against", "why"),
    erasure=WORDS_GO,
    assessment="why",
)
CELL_SHARED = Event(
    name="custody.cell_shared",
    sentence="Shares cell {cell_number} with {other_number}, after a joint risk assessment. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="the risk",
)
KEPT_APART = Event(
    name="custody.kept_apart",
    sentence="Kept apart from {other_number}: {why}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="why",
)
APART_ENDED = Event(
    name="custody.apart_ended",
    sentence="No longer kept apart from {other_number}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
CELLS_CLOSED = Event(
    name="custody.cells_closed",
    sentence="Cells {cells} of {suite_name} closed{until_words}. {moved} moved, {stayed} stayed, {taken_out} taken out",
    retention="custody",
    erasure=NO_WORDS,
)
CELLS_REOPENED = Event(
    name="custody.cells_reopened",
    sentence="Cells {cells} of {suite_name} open again",
    retention="custody",
    erasure=NO_WORDS,
)
ANTI_LIGATURE = Event(
    name="custody.anti_ligature_clothing",
    sentence="Anti-ligature clothing, on evidence of this person's own risk: {evidence}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="the risk",
)
