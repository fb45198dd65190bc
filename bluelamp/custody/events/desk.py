"""What the ledger says of booking in: rights, risk, searches, property, and what was asked and seen."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

PARTICULARS = Event(
    name="custody.particulars",
    sentence="Asked and seen at the desk: {said}",
    retention="custody",
    words=("said",),
    erasure=WORDS_GO,
)
RIGHT_TOLD = Event(
    name="custody.right_told",
    sentence="{right_words}: {response_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
RISK_ASSESSED = Event(
    name="custody.risk_assessed",
    sentence="Risk assessment {n}, {occasion_words}. {observation}",
    retention="custody",
    words=("observation", "answers", "handed_over", "read_in"),
    erasure=WORDS_GO,
    assessment="the observation",
)
SEARCHED = Event(
    name="custody.searched",
    sentence="{level_words}. {reasons} Found: {found}",
    retention="custody",
    words=("reasons", "found", "searcher"),
    erasure=WORDS_GO,
)
PROPERTY_TAKEN = Event(
    name="custody.property_taken",
    sentence="Property: {items}. Seal {seal}",
    retention="custody",
    words=("items", "agreed"),
    erasure=WORDS_GO,
)
NO_PROPERTY = Event(
    name="custody.no_property",
    sentence="Property: nothing to keep",
    retention="custody",
    words=("agreed",),
    erasure=WORDS_GO,
)
SEAL_OPENED = Event(
    name="custody.seal_opened",
    sentence="Seal {seal} opened: {why} {after}",
    retention="custody",
    words=("why", "returned"),
    erasure=WORDS_GO,
)
BOOKED_IN = Event(
    name="custody.booked_in",
    sentence="Booking in saved. Still to be done: {left}",
    retention="custody",
    erasure=NO_WORDS,
)
PROPERTY_BACK = Event(
    name="custody.property_back",
    sentence="Property given back: {items}",
    retention="custody",
    words=("items",),
    erasure=WORDS_GO,
)
