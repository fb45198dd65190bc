"""Everything the ledger can say about custody."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; the entry, its times and the decision stay"
_NO_WORDS = "Holds no personal text; persons and officers are references"

ARRESTED = Event(
    name="custody.arrested",
    sentence="Arrested for {offence}. {grounds} Necessary because: {necessity}",
    retention="arrest",
    words=("grounds", "necessity"),
    erasure=_WORDS_GO,
)
DE_ARRESTED = Event(
    name="custody.dearrested",
    sentence="De-arrested before reaching a station. {why}",
    retention="arrest",
    words=("why",),
    erasure=_WORDS_GO,
)
SLOT_ASKED = Event(
    name="custody.slot_asked",
    sentence="Asked {suite_name} for a place, expected at {eta_words}",
    retention="custody",
    erasure=_NO_WORDS,
)
SLOT_ANSWERED = Event(
    name="custody.slot_answered",
    sentence="{suite_name} answered: {answer}. {why}",
    retention="custody",
    words=("why",),
    erasure=_WORDS_GO,
)
SLOT_LAPSED = Event(
    name="custody.slot_lapsed",
    sentence="The place held at {suite_name} lapsed",
    retention="custody",
    erasure=_NO_WORDS,
)
ARRIVED = Event(
    name="custody.arrived",
    sentence="Arrived at {suite_name}, record {number}",
    retention="custody",
    erasure=_NO_WORDS,
)
AUTHORISED = Event(
    name="custody.authorised",
    sentence="Detention authorised. {grounds}",
    retention="custody",
    words=("grounds",),
    erasure=_WORDS_GO,
)
REFUSED = Event(
    name="custody.refused",
    sentence="Detention not authorised. {why}",
    retention="custody",
    words=("why",),
    erasure=_WORDS_GO,
)
CELL_ENTERED = Event(
    name="custody.cell_entered",
    sentence="In cell {cell_number}, {suite_name}",
    retention="custody",
    erasure=_NO_WORDS,
)
CELL_LEFT = Event(
    name="custody.cell_left",
    sentence="Out of cell {cell_number}, {suite_name}",
    retention="custody",
    erasure=_NO_WORDS,
)
REVIEWED = Event(
    name="custody.reviewed",
    sentence="Review {n}: {outcome_words}. {words}",
    retention="custody",
    words=("words", "representations"),
    erasure=_WORDS_GO,
)
REVIEW_POSTPONED = Event(
    name="custody.review_postponed",
    sentence="Review {n} postponed: {reason_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=_WORDS_GO,
)
HOSPITAL_LEFT = Event(
    name="custody.hospital_left",
    sentence="Left for hospital. {why}",
    retention="custody",
    words=("why",),
    erasure=_WORDS_GO,
)
HOSPITAL_RETURNED = Event(
    name="custody.hospital_returned",
    sentence="Back from hospital: the clocks go on",
    retention="custody",
    erasure=_NO_WORDS,
)
EXTENDED = Event(
    name="custody.extended",
    sentence="Detention extended until {until_words}. {grounds}",
    retention="custody",
    words=("grounds", "representations"),
    erasure=_WORDS_GO,
)
CHARGED = Event(
    name="custody.charged",
    sentence="Charged. The reviews are now the custody officer's",
    retention="custody",
    erasure=_NO_WORDS,
)
RELEASED = Event(
    name="custody.released",
    sentence="Out: {disposal}. {words}",
    retention="custody",
    words=("words", "way_home"),
    erasure=_WORDS_GO,
)
OVERDUE = Event(
    name="custody.overdue",
    sentence="Overdue: {what}",
    retention="custody",
    erasure=_NO_WORDS,
)
