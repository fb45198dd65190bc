"""What the ledger says of those called to a detained person."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

CALLED = Event(
    name="custody.called",
    sentence="{kind_words} called. {who} {why}",
    retention="custody",
    words=("who", "why"),
    erasure=WORDS_GO,
)
EXPECTED = Event(
    name="custody.called_expected",
    sentence="{kind_words} expected {when_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
CAME = Event(
    name="custody.called_came",
    sentence="{kind_words} here, {how}. {who}",
    retention="custody",
    words=("who",),
    erasure=WORDS_GO,
)
LEFT = Event(
    name="custody.called_left",
    sentence="{kind_words} gone. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
NOT_COMING = Event(
    name="custody.called_not_coming",
    sentence="{kind_words} cannot come. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
VULNERABILITY = Event(
    name="custody.vulnerability_noted",
    sentence="{answer}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
    assessment="all of it",
)
ADVISED = Event(
    name="custody.healthcare_advised",
    sentence="Healthcare: {to_detain_words} to be detained, {to_interview_words} to be interviewed. {words}",
    retention="custody",
    words=("words", "who"),
    erasure=WORDS_GO,
    assessment="the advice",
)
SAID_AGAIN = Event(
    name="custody.said_again",
    sentence="Said again with the appropriate adult here: {matters_words}",
    retention="custody",
    erasure=NO_WORDS,
)
