"""What the ledger says of those called to somebody in custody."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

CALLED = Event(
    name="custody.called",
    sentence="Called: {kind}. {who} {why}",
    retention="custody",
    words=("who", "why"),
    erasure=WORDS_GO,
)
