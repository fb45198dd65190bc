"""What the ledger says of bail before charge and of release under investigation."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

BAILED = Event(
    name="custody.bailed",
    sentence="Bailed before charge to return {return_words}. Conditions: {conditions}. {why}",
    retention="custody",
    words=("conditions", "why", "views_why_not"),
    erasure=WORDS_GO,
    assessment="why",
)
BAIL_EXTENDED = Event(
    name="custody.bail_extended",
    sentence="Bail extended by {by_rank} to the end of {until_words}. {why}",
    retention="custody",
    words=("why", "representations"),
    erasure=WORDS_GO,
)
BAIL_VARIED = Event(
    name="custody.bail_varied",
    sentence="Conditions of bail varied, now: {conditions}. {why}",
    retention="custody",
    words=("conditions", "why", "views_why_not"),
    erasure=WORDS_GO,
)
BAIL_ENDED = Event(
    name="custody.bail_ended",
    sentence="Bail ended: {outcome_words}. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
BAIL_PAUSED = Event(
    name="custody.bail_paused",
    sentence="Bail period: {what} from {day_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
BAIL_RESUMED = Event(
    name="custody.bail_resumed",
    sentence="Bail period: {what} ended {day_words}; last day {until_words}",
    retention="custody",
    erasure=NO_WORDS,
)
BAIL_COURT_ASKED = Event(
    name="custody.bail_court_asked",
    sentence="Applied to {court} to extend bail ({rung_words}). {why}",
    retention="custody",
    words=("why", "representations"),
    erasure=WORDS_GO,
)
BAIL_COURT_REFUSED = Event(
    name="custody.bail_court_refused",
    sentence="The court did not extend bail. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
BAIL_RESULT_TOLD = Event(
    name="custody.bail_result_told",
    sentence="Told the decision on bail to the suspect or their representative. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
UNDER_INVESTIGATION = Event(
    name="custody.under_investigation",
    sentence="Released under investigation: no conditions and no date. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
INVESTIGATION_REVIEWED = Event(
    name="custody.investigation_reviewed",
    sentence="Supervisor's review {n} of the release under investigation. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
INVESTIGATION_ENDED = Event(
    name="custody.investigation_ended",
    sentence="No longer under investigation: {outcome_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
