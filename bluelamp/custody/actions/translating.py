"""An essential document put into the person's language (P25, Code C Annex M)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.clocks import decider
from bluelamp.custody.events.samples import TRANSLATED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Translation
from bluelamp.custody.rules.translating import Document, Translating, Way, may_translate
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@action
def translate(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    document: str,
    way: str,
    language: str = "",
    translated_by: str = "",
    words: str = "",
    fair: bool = False,
    advised: bool = False,
    freely: bool = False,
    key: str | None = None,
) -> str:
    """Record that a document was given in their language, spoken, or done without."""
    require(by, "custody.desk")
    found = lock(detention)
    if document not in list(Document) or way not in list(Way):
        raise Refused(refused("Choose the document, and how it was given.", "Code C Annex M", field="document"))
    said = Translating(document=Document(document), way=Way(way), language=language, translated_by=translated_by,
                       words=words, fair=fair, advised=advised, freely=freely)  # fmt: skip
    insist(may_translate(
        translating=said, authorised=found.authorised_at is not None, charged=found.charged_at is not None,
        authority=decider(by, found), law=law_of("custody"), at=at,
    ))  # fmt: skip
    Translation.objects.create(
        detention=found, document=document, way=way, language=language.strip(), given_at=at,
        translated_by=translated_by, words=words, officer_id=officer_of(by),
    )  # fmt: skip
    facts = {
        "document": document,
        "document_words": said.document.words,
        "way": way,
        "way_words": said.way.words.lower(),
    }
    say(TRANSLATED, found, facts, words={"language": language.strip(), "translated_by": translated_by, "words": words})
    return found.ref
