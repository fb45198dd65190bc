"""What the ledger says of how somebody leaves custody."""

from bluelamp.custody.events.erasing import NO_WORDS, WORDS_GO
from bluelamp.ledger.registry import Event

CHARGED = Event(
    name="custody.charged",
    sentence="Charged. The reviews are now the custody officer's",
    retention="custody",
    erasure=NO_WORDS,
)
RELEASED = Event(
    name="custody.released",
    sentence="Out: {disposal}. {words}",
    retention="custody",
    words=("words", "way_home"),
    erasure=WORDS_GO,
)
ASSESSED = Event(
    name="custody.assessed_before_release",
    sentence="Risk assessment before release. Gets home: {way_home}. {risks} of {asked} questions need something done",
    retention="custody",
    words=("way_home", "met_by", "goes_instead", "answers"),
    erasure=WORDS_GO,
    assessment="the risks",
)
LEFT_BY = Event(
    name="custody.left_by",
    sentence="At the door. Property: {property}. {needed}",
    retention="custody",
    words=("property", "needed"),
    erasure=WORDS_GO,
)
MUST_REFER = Event(
    name="custody.must_refer",
    sentence="{harm_words}: record frozen, referral to the IOPC owed. {what} Told: {told}",
    retention="custody",
    words=("what", "told"),
    erasure=WORDS_GO,
)
REFERRED = Event(
    name="custody.referred",
    sentence="Referred to the IOPC, their reference {reference}",
    retention="custody",
    erasure=NO_WORDS,
)
UNFROZEN = Event(
    name="custody.unfrozen",
    sentence="Record opened again by a superintendent. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
