"""What the ledger says of decisions on detention and of what moves its clocks."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

AUTHORISED = Event(
    name="custody.authorised",
    sentence="Detention authorised. {grounds}",
    retention="custody",
    words=("grounds",),
    erasure=WORDS_GO,
    assessment="the grounds",
)
REFUSED = Event(
    name="custody.refused",
    sentence="Detention not authorised. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
REVIEWED = Event(
    name="custody.reviewed",
    sentence="Review {n}: {outcome_words}. {words}",
    retention="custody",
    words=("words", "representations"),
    erasure=WORDS_GO,
    assessment="why",
)
REVIEW_POSTPONED = Event(
    name="custody.review_postponed",
    sentence="Review {n} postponed: {reason_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
HOSPITAL_LEFT = Event(
    name="custody.hospital_left",
    sentence="Left for hospital. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
HOSPITAL_RETURNED = Event(
    name="custody.hospital_returned",
    sentence="Back from hospital: the clocks go on",
    retention="custody",
    erasure=NO_WORDS,
)
EXTENDED = Event(
    name="custody.extended",
    sentence="Detention extended until {until_words}. {grounds}",
    retention="custody",
    words=("grounds", "representations"),
    erasure=WORDS_GO,
    assessment="the grounds",
)
OVERDUE = Event(
    name="custody.overdue",
    sentence="Overdue: {what_words}, due {due_words}. Reason: {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
WAY_SAID = Event(
    name="custody.way_said",
    sentence="How they came into detention: {way_words}. Relevant time {relevant_words}",
    retention="custody",
    erasure=NO_WORDS,
)
FURTHER_ARREST = Event(
    name="custody.further_arrest",
    sentence="Arrested in custody for {offence} as well (PACE s.31). {grounds} The clock is that of the first arrest",
    retention="custody",
    words=("grounds", "necessity"),
    erasure=WORDS_GO,
    assessment="grounds and necessity",
)
