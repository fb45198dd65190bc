"""What the ledger says of papers, copies and a record shown: the log of what was disclosed."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

PAPER_MADE = Event(
    name="custody.paper_made",
    sentence="{kind_words} made for {recipient_words}. {recipient_name} {why}",
    retention="custody",
    words=("recipient_name", "why"),
    erasure=WORDS_GO,
)
COPY_ASKED = Event(
    name="custody.copy_asked",
    sentence="A copy of this record asked for: {who_words}. {name}",
    retention="custody",
    words=("name",),
    erasure=WORDS_GO,
)
COPY_GIVEN = Event(
    name="custody.copy_given",
    sentence="Copy of this record given: {who_words}. {name}",
    retention="custody",
    words=("name",),
    erasure=WORDS_GO,
)
COPY_REFUSED = Event(
    name="custody.copy_refused",
    sentence="Copy of this record refused: {who_words}. {why} {section}",
    retention="custody",
    words=("why", "name"),
    erasure=WORDS_GO,
)
SHOWN = Event(
    name="custody.record_shown",
    sentence="Record shown to {who_words}. {name}",
    retention="custody",
    words=("name",),
    erasure=WORDS_GO,
)
