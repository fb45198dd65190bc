"""Everything the ledger can say about crimes."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; the number, the times and the decision stay"
_NO_WORDS = "Holds no personal text"

OWED = Event(
    name="crimes.decision_owed",
    sentence="A crime is suggested: record it or say why not",
    retention="crime",
    erasure=_NO_WORDS,
)
RECORDED = Event(
    name="crimes.recorded",
    sentence="Crime {number} recorded: {offence}. {circumstances}",
    retention="crime",
    words=("circumstances",),
    erasure=_WORDS_GO,
)
NOT_RECORDED = Event(
    name="crimes.not_recorded",
    sentence="Decided not to record a crime: {reason}. {why}",
    retention="crime",
    words=("why",),
    erasure=_WORDS_GO,
)
HATE_FLAGGED = Event(
    name="crimes.hate_flagged",
    sentence="Felt to be a hate crime by {who}: {strands}. {words}",
    retention="crime",
    words=("words",),
    erasure=_WORDS_GO,
    assessment="how they felt it",
)
OUTCOME = Event(
    name="crimes.outcome",
    sentence="Outcome {outcome}: {outcome_words}. {why}",
    retention="crime",
    words=("why",),
    erasure=_WORDS_GO,
)
OUTCOME_FELL = Event(
    name="crimes.outcome_fell",
    sentence="Outcome {outcome} no longer stands; the crime is open again. {why}",
    retention="crime",
    words=("why",),
    erasure=_WORDS_GO,
)
