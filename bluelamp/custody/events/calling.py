"""What the ledger says of those called, of interviews, of rights delayed and of children."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

CALLED = Event(
    name="custody.called",
    sentence="Called: {kind}. {who} {why}",
    retention="custody",
    words=("who", "why"),
    erasure=WORDS_GO,
)
CAME = Event(
    name="custody.came",
    sentence="Here: {kind}. {who}",
    retention="custody",
    words=("who",),
    erasure=WORDS_GO,
)
WENT = Event(
    name="custody.went",
    sentence="Left: {kind}. {outcome}",
    retention="custody",
    words=("outcome",),
    erasure=WORDS_GO,
)
NOT_COMING = Event(
    name="custody.not_coming",
    sentence="Not coming: {kind}. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
RIGHT_DELAYED = Event(
    name="custody.right_delayed",
    sentence="Delayed: {right_words}, {grounds_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
DELAY_ENDED = Event(
    name="custody.delay_ended",
    sentence="No longer delayed: {right_words}. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
INTERVIEW_BEGAN = Event(
    name="custody.interview_began",
    sentence="Interview began. Present: {present}. {urgent}",
    retention="custody",
    words=("present", "urgent"),
    erasure=WORDS_GO,
)
INTERVIEW_ENDED = Event(
    name="custody.interview_ended",
    sentence="Interview ended. Breaks: {breaks}",
    retention="custody",
    words=("breaks",),
    erasure=WORDS_GO,
)
ACCOMMODATION_ASKED = Event(
    name="custody.accommodation_asked",
    sentence="Local authority asked for {kind} accommodation: {authority}",
    retention="custody",
    words=("authority",),
    erasure=WORDS_GO,
)
ACCOMMODATION_ANSWERED = Event(
    name="custody.accommodation_answered",
    sentence="Local authority answered: {answer_word}. {answer}",
    retention="custody",
    words=("answer",),
    erasure=WORDS_GO,
)
CERTIFIED = Event(
    name="custody.child_certified",
    sentence="Certificate for the court, {ground_words}. {words} {harm}",
    retention="custody",
    words=("words", "harm"),
    erasure=WORDS_GO,
)
FORCE_USED = Event(
    name="custody.force_used",
    sentence="Force used: {tactics_words}. {why} Injury: {injury}. {injury_words}",
    retention="custody",
    words=("why", "injury_words"),
    erasure=WORDS_GO,
)
VISITED = Event(
    name="custody.visitors_came",
    sentence="Independent custody visitors at {suite_name}: {seen} seen, {declined} declined. {visitors} {raised}",
    retention="custody",
    words=("visitors", "raised"),
    erasure=WORDS_GO,
)
VISIT_ANSWERED = Event(
    name="custody.visitors_answered",
    sentence="The custody visitors were answered. {answer}",
    retention="custody",
    words=("answer",),
    erasure=WORDS_GO,
)
COMPLAINED = Event(
    name="custody.complained",
    sentence="Complaint: {words} Told to {told}",
    retention="custody",
    words=("words", "told"),
    erasure=WORDS_GO,
)
REPEATED = Event(
    name="custody.repeated_with_adult",
    sentence="Again in the appropriate adult's presence: {what}",
    retention="custody",
    erasure=NO_WORDS,
)
