"""What the ledger says of somebody who attends voluntarily."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

CAME_FREELY = Event(
    name="custody.came_freely",
    sentence="Came by their own will to {place}, about {offence}. {why}",
    retention="arrest",
    words=("why", "place"),
    erasure=WORDS_GO,
)
ATTENDEE_TOLD = Event(
    name="custody.attendee_told",
    sentence="Told: {told}. {words}",
    retention="arrest",
    words=("words",),
    erasure=WORDS_GO,
)
ATTENDEE_INTERVIEWED = Event(
    name="custody.attendee_interviewed",
    sentence="Interviewed from {began_words} to {ended_words}, recorded on {recorded_on}",
    retention="arrest",
    words=("recorded_on",),
    erasure=WORDS_GO,
)
WENT_FREELY = Event(
    name="custody.went_freely",
    sentence="Left of their own will. {words}",
    retention="arrest",
    words=("words",),
    erasure=WORDS_GO,
)
