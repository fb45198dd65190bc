"""What the ledger says of moves, of the way to a suite, and of closures planned ahead."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

ESCORT_OPENED = Event(
    name="custody.escort_opened",
    sentence="Escort record opened, {from_words} to {to_words}, with {crew}. Risk: {risk} {missing}",
    retention="custody",
    words=("crew", "risk", "missing"),
    erasure=WORDS_GO,
    assessment="the risk",
)
ESCORT_CLOSED = Event(
    name="custody.escort_closed",
    sentence="Escort record closed at {to_words}: {who} took over",
    retention="custody",
    words=("who",),
    erasure=WORDS_GO,
)
AT_STATION = Event(
    name="custody.at_station",
    sentence="Taken first to {station}, which has no cells. {why}",
    retention="arrest",
    words=("why",),
    erasure=WORDS_GO,
)
WAY_EXPLAINED = Event(
    name="custody.way_explained",
    sentence="Why the way to the suite took long: {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
CLOSURE_PLANNED = Event(
    name="custody.closure_planned",
    sentence="Cells {cells} of {suite_name} are to close from {from_words}{until_words}: {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
CLOSURE_CALLED_OFF = Event(
    name="custody.closure_called_off",
    sentence="The closure of cells {cells} of {suite_name} planned from {from_words} is called off: {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
