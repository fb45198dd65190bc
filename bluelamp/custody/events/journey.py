"""What the ledger says of the way from an arrest to a suite."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

ARRESTED = Event(
    name="custody.arrested",
    sentence="Arrested for {offence}. {grounds} Necessary because: {necessity}",
    retention="arrest",
    words=("grounds", "necessity"),
    erasure=WORDS_GO,
    assessment="grounds and necessity",
)
DE_ARRESTED = Event(
    name="custody.dearrested",
    sentence="De-arrested before reaching a station. {why}",
    retention="arrest",
    words=("why",),
    erasure=WORDS_GO,
)
SLOT_ASKED = Event(
    name="custody.slot_asked",
    sentence="Asked {suite_name} for a place, expected at {eta_words}",
    retention="custody",
    erasure=NO_WORDS,
)
SLOT_ANSWERED = Event(
    name="custody.slot_answered",
    sentence="{suite_name} answered: {answer}. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
SLOT_DIVERTED = Event(
    name="custody.slot_diverted",
    sentence="Diverted from {suite_name} to {to_name}, {extra_minutes} min more on the way",
    retention="custody",
    erasure=NO_WORDS,
)
SLOT_LAPSED = Event(
    name="custody.slot_lapsed",
    sentence="The place held at {suite_name} lapsed",
    retention="custody",
    erasure=NO_WORDS,
)
ARRIVED = Event(
    name="custody.arrived",
    sentence="Arrived at {suite_name}, record {number}",
    retention="custody",
    erasure=NO_WORDS,
)
