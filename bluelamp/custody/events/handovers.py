"""What the ledger says of a suite handed over."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

HANDED_OVER = Event(
    name="custody.handed_over",
    sentence="{suite_name} handed over, {held} held. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
TAKEN_OVER = Event(
    name="custody.taken_over",
    sentence="{suite_name} taken over from {from_name}. {words}",
    retention="custody",
    words=("words", "from_name"),
    erasure=WORDS_GO,
)
