"""What the ledger says of fingerprints, photographs and samples, and of documents in the person's language."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

SAMPLES_TAKEN = Event(
    name="custody.samples_taken",
    sentence="Taken: {kinds_words}. {basis_words}. {words}",
    retention="custody",
    words=("words", "taken_by", "again_because"),
    erasure=WORDS_GO,
)
SAMPLES_REFUSED = Event(
    name="custody.samples_refused",
    sentence="Refused to give: {kinds_words}. {words}",
    retention="custody",
    words=("words",),
    erasure=WORDS_GO,
)
TRANSLATED = Event(
    name="custody.translated",
    sentence="{document_words}, into {language}: {way_words}. {words}",
    retention="custody",
    words=("language", "translated_by", "words"),
    erasure=WORDS_GO,
)
