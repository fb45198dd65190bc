"""What the ledger says of medication, force, complaints, interviews and delayed rights."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

PRESCRIBED = Event(
    name="custody.medicine_prescribed",
    sentence="{medicine}, {dose}, due {due_words}",
    retention="custody",
    words=("medicine", "dose", "prescribed_by"),
    erasure=WORDS_GO,
)
GIVEN = Event(
    name="custody.medicine_given",
    sentence="{medicine}, {dose}: given. {words}",
    retention="custody",
    words=("medicine", "dose", "given_by", "words"),
    erasure=WORDS_GO,
)
NOT_TAKEN = Event(
    name="custody.medicine_refused",
    sentence="{medicine}, {dose}: refused. {words}",
    retention="custody",
    words=("medicine", "dose", "words"),
    erasure=WORDS_GO,
)
FORCE_USED = Event(
    name="custody.force_used",
    sentence="Force used: {tactics_words}. Injury: {injury}. {why}",
    retention="custody",
    words=("why", "used_by", "injury_words"),
    erasure=WORDS_GO,
)
COMPLAINED = Event(
    name="custody.complained",
    sentence="Complaint made: {words} Told: {told}",
    retention="custody",
    words=("words", "told"),
    erasure=WORDS_GO,
)
INTERVIEW_OUT = Event(
    name="custody.interview_out",
    sentence="Out for interview",
    retention="custody",
    erasure=NO_WORDS,
)
INTERVIEW_BACK = Event(
    name="custody.interview_back",
    sentence="Back from interview; interviewed under caution: {held}. Act and Codes kept: {kept}. {report} {words}",
    retention="custody",
    words=("words", "report"),
    erasure=WORDS_GO,
)
DELAYED = Event(
    name="custody.right_delayed",
    sentence="{right_words} delayed until {until_words} at the latest. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="why",
)
DELAY_ENDED = Event(
    name="custody.delay_ended",
    sentence="Delay over: {right_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
