"""Everything the ledger can say about victims."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; the fact that the victim was recorded or told, and when, stays"
_NO_WORDS = "Holds no personal text; the person is a reference"

RECORDED = Event(
    name="victims.recorded",
    sentence="Victim recorded, with {rights} rights. {needs}",
    retention="victim",
    words=("needs",),
    erasure=_WORDS_GO,
)
TELLING_OWED = Event(
    name="victims.telling_owed", sentence="Owed to the victim: {step}", retention="victim", erasure=_NO_WORDS
)
TOLD = Event(
    name="victims.told",
    sentence="Victim told: {step}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
ATTEMPTED = Event(
    name="victims.attempted",
    sentence="Tried to tell the victim: {step}. {result}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
OPTED_OUT = Event(
    name="victims.opted_out",
    sentence="The victim does not want to be told: {step}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
REFERRED = Event(
    name="victims.referred",
    sentence="Referred to {service}",
    retention="victim",
    erasure=_NO_WORDS,
)
REFERRAL_DECLINED = Event(
    name="victims.referral_declined",
    sentence="The victim does not want to be referred. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
VIEWS_ASKED = Event(
    name="victims.views_asked",
    sentence="Asked the victim's views on bail conditions: {answer}. {words}",
    retention="victim",
    words=("words",),
    erasure=_WORDS_GO,
)
