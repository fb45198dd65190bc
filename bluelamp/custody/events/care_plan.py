"""What the ledger says of the care plan."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

CARE_PLANNED = Event(
    name="custody.care_planned",
    sentence="Observation level {level}{rouse_words}. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
