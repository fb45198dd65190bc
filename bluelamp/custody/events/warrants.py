"""What the ledger says of warrants of further detention."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

APPLIED = Event(
    name="custody.warrant_applied",
    sentence="Application {n} to {court} for {what}. {grounds}",
    retention="custody",
    words=("grounds", "why_not_earlier", "new_evidence"),
    erasure=WORDS_GO,
    assessment="the grounds",
)
ISSUED = Event(
    name="custody.warrant_issued",
    sentence="Warrant issued {issued_words} for {hours} h: detention until {until_words}",
    retention="custody",
    erasure=NO_WORDS,
)
NOT_ISSUED = Event(
    name="custody.warrant_refused",
    sentence="The court refused application {n}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
