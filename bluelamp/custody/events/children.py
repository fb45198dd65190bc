"""What the ledger says of a detained child."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

WELFARE = Event(
    name="custody.child_welfare",
    sentence="Child: {what}. {who}",
    retention="custody",
    words=("who",),
    erasure=WORDS_GO,
)
BAIL_REFUSED = Event(
    name="custody.child_bail_refused",
    sentence="Bail refused to a child: local authority accommodation is owed. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="why",
)
ASKED = Event(
    name="custody.accommodation_asked",
    sentence="Local authority asked for {type_words}. {asked_of}",
    retention="custody",
    words=("asked_of",),
    erasure=WORDS_GO,
)
ANSWERED = Event(
    name="custody.accommodation_answered",
    sentence="Local authority answered: {answer}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
CERTIFIED = Event(
    name="custody.child_certified",
    sentence="Certificate for the court: {ground_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="the ground",
)
