"""What the ledger says about itself."""

from bluelamp.ledger.registry import Event

ERASED = Event(
    name="ledger.erased",
    sentence="Personal text of {count} entries erased",
    retention="audit",
)
