"""What the ledger can say about the twin."""

from bluelamp.ledger.registry import Event

MARKED = Event(
    name="twin.marked",
    sentence="This database holds invented data only: {kind}",
    retention="rehearsal",
    erasure="Holds no personal text",
)
