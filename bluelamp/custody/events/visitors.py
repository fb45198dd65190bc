"""What the ledger says of independent custody visitors."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

VISITED = Event(
    name="custody.custody_visit",
    sentence="Custody visitors at {suite_name}: asked to see {asked}, {consented} agreed. {raised}",
    retention="custody",
    words=("visitors", "raised"),
    erasure=WORDS_GO,
)
VISITORS_ANSWERED = Event(
    name="custody.custody_visit_answered",
    sentence="What the custody visitors raised is answered. {answer}",
    retention="custody",
    words=("answer",),
    erasure=WORDS_GO,
)
