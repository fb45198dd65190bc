"""What the ledger says of bail granted on the street."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

STREET_BAILED = Event(
    name="custody.street_bailed",
    sentence="Bailed on the street to {suite_name}, {answer_words}, authorised by {who}. {why} {conditions}",
    retention="arrest",
    words=("why", "conditions", "who"),
    erasure=WORDS_GO,
    assessment="why",
)
STREET_BAIL_OFF = Event(
    name="custody.street_bail_called_off",
    sentence="Told in writing that they need not answer street bail. {why}",
    retention="arrest",
    words=("why",),
    erasure=WORDS_GO,
)
