"""What the ledger says of how somebody leaves custody."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

CHARGED = Event(
    name="custody.charged",
    sentence="Charged. The reviews are now the custody officer's",
    retention="custody",
    erasure=NO_WORDS,
)
RELEASED = Event(
    name="custody.released",
    sentence="Out: {disposal}. {words}",
    retention="custody",
    words=("words", "way_home"),
    erasure=WORDS_GO,
)
