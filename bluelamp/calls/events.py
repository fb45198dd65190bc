"""Everything the ledger can say about contacts and incidents."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; the entry, its number and its times stay"
_NO_WORDS = "Holds no personal text"

CONTACT_RANG = Event(
    name="calls.contact_rang",
    sentence="Contact by {channel_words} began to ring",
    retention="incident",
    erasure=_NO_WORDS,
)
TEST_RANG = Event(
    name="calls.test_rang",
    sentence="Test call by {channel_words} began to ring",
    retention="incident",
    erasure=_NO_WORDS,
)
CONTACT_WROTE = Event(
    name="calls.contact_wrote",
    sentence="Written to us by {channel_words}: {written}",
    retention="incident",
    words=("written",),
    erasure=_WORDS_GO,
)
CONTACT_RECORDED = Event(
    name="calls.contact_recorded",
    sentence="The exchange keeps the sound of this call",
    retention="incident",
    erasure=_NO_WORDS,
)
CONTACT_ANSWERED = Event(
    name="calls.contact_answered",
    sentence="Contact by {channel_words} answered",
    retention="incident",
    erasure=_NO_WORDS,
)
CONTACT_ABANDONED = Event(
    name="calls.contact_abandoned",
    sentence="Contact by {channel_words} ended before it was answered",
    retention="incident",
    erasure=_NO_WORDS,
)
CONTACT_ENDED = Event(
    name="calls.contact_ended", sentence="Contact by {channel_words} ended", retention="incident", erasure=_NO_WORDS
)
INCIDENT_LOGGED = Event(
    name="calls.incident_logged",
    sentence="Logged as {number}: {kind}. {what}",
    retention="incident",
    words=("kind", "what"),
    erasure=_WORDS_GO,
)
TRIAGED = Event(
    name="calls.triaged",
    sentence="Assessed. Threat: {threat} Harm: {harm} Risk: {risk} Investigation: {investigation} "
    "Vulnerability: {vulnerability} Engagement: {engagement}",
    retention="incident",
    words=("threat", "harm", "risk", "investigation", "vulnerability", "engagement"),
    erasure=_WORDS_GO,
    assessment="all of it",
)
GRADED = Event(
    name="calls.graded",
    sentence="Graded {grade_words}. {why}",
    retention="incident",
    words=("why",),
    erasure=_WORDS_GO,
    assessment="the grade and why",
)
GRADE_CHANGED = Event(
    name="calls.grade_changed",
    sentence="Grade changed from {from_words} to {to_words}. {why}",
    retention="incident",
    words=("why",),
    erasure=_WORDS_GO,
    assessment="the grade and why",
)
LINE_ADDED = Event(name="calls.line_added", sentence="{line}", retention="incident", words=("line",), erasure=_WORDS_GO)
UNRESOURCED = Event(
    name="calls.unresourced",
    sentence="No unit assigned yet: a supervisor is asked to look",
    retention="incident",
    erasure=_NO_WORDS,
)
SLOT_AGREED = Event(
    name="calls.slot_agreed",
    sentence="Agreed with the caller: somebody comes at {slot}",
    retention="incident",
    erasure=_NO_WORDS,
)
DELAY_NOTED = Event(
    name="calls.delay_noted",
    sentence="Nobody is there yet: {why} {told_words}",
    retention="incident",
    words=("why",),
    erasure=_WORDS_GO,
)
INCIDENT_CLOSED = Event(
    name="calls.incident_closed",
    sentence="Closed as {closing_code}. {result}",
    retention="incident",
    words=("result",),
    erasure=_WORDS_GO,
)
