"""Everything the ledger can say about sharing with partner bodies: who received which fields, never what they held."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The words are erased; that it was shared, with whom, which fields and what was answered stays"
_NO_WORDS = "Holds no personal text: the body, the agreement and the names of fields"


def _event(name: str, sentence: str, *words: str) -> Event:
    erasure = _WORDS_GO if words else _NO_WORDS
    return Event(name=f"partners.{name}", sentence=sentence, retention="partner", words=words, erasure=erasure)


SHARED = _event("shared", "Shared with {partner} under agreement {agreement}: {fields}")
ACCEPTED = _event("accepted", "{partner} accepted. {words}", "words")
DECLINED = _event("declined", "{partner} declined. {words}", "words")
UPDATED = _event("updated", "{partner} says: {words}", "words")
REACHED = _event("reached", "{partner} has reached them. {words}", "words")
ANOTHER_WAY = _event("another_way", "Another way found in place of {partner}. {words}", "words")
TAKEN_BACK = _event("taken_back", "Taken back from {partner}. {words}", "words")
ERASED = _event("erased", "What was shared with {partner} erased here; which fields they were stays")
LINK_MADE = _event("link_made", "One-time link made for {partner}")
LINK_OPENED = _event("link_opened", "{partner} opened the link and read it")
CODE_WRONG = _event("code_wrong", "Wrong code on the link for {partner}; {tries_left} tries left")
LINK_LEFT = _event("link_left", "{partner} closed the page")
AGREED = _event(
    "agreed", "Agreement {agreement} signed with {partner}, {purpose}, until {ends}. For them: {for_them}", "for_them"
)
AGREEMENT_ENDED = _event("agreement_ended", "Agreement {agreement} with {partner} ended. {words}", "words")
CONTACT_SET = _event("contact_set", "How {partner} is reached was set", "who", "email", "phone")
KEY_MADE = _event("key_made", "Key for signed answers made for {partner}; earlier ones ended")
