"""Everything the ledger can say about specials. Names and words are personal text and can be erased."""

from bluelamp.ledger.registry import Event

_WORDS_GO = "The name and the words are erased; that a step was taken, when and by whom, stays"
_NO_WORDS = "Holds no personal text; the special is a reference"


def _event(name: str, sentence: str, *words: str) -> Event:
    return Event(
        name=f"specials.{name}",
        sentence=sentence,
        retention="special",
        words=words,
        erasure=_WORDS_GO if words else _NO_WORDS,
    )


APPLIED = _event("applied", "{name} applied, {aim}. {why}", "name", "why", "reached")
CONTACTED = _event("contacted", "The applicant heard from us. {words}", "words")
ACCEPTED = _event("accepted", "Application accepted: the checks begin. {words}", "words")
ENDED = _event("ended", "Record closed: {ending}. {words}", "words")
SIGNED = _event("signed", "{step_words}: {outcome}. {words}", "words")
TAKEN_BACK = _event("taken_back", "{step_words} taken back; now {now}. {words}", "words")
TUTOR_NAMED = _event("tutor_named", "Tutor named: {tutor}", "tutor")
ACCOUNT_LINKED = _event("account_linked", "Enrolled as {officer}", "officer")
TRAINING_RECORDED = _event("training_recorded", "{skill_words} holds until {until}")
AIM_SET = _event("aim_set", "{aim}")
HOURS_OFFERED = _event("hours_offered", "{hours} h offered from {starts}")
HOURS_WITHDRAWN = _event("hours_withdrawn", "Hours from {starts} withdrawn")
TRAINING_GIVEN = _event("training_given", "{length} of training: {what}", "what")
OCCASION_MADE = _event("occasion_made", "Event made: {title}, {wanted} wanted")
OCCASION_CANCELLED = _event("occasion_cancelled", "Event cancelled: {title}")
SIGNED_UP = _event("signed_up", "Signed up for {title}")
SIGN_UP_WITHDRAWN = _event("sign_up_withdrawn", "No longer down for {title}")
PAIRED = _event("paired", "Goes to {title} with {beside}", "beside")
CLAIMED = _event("claimed", "Expenses of {day} claimed: {sum}")
CLAIM_DECIDED = _event("claim_decided", "Expenses of {day}, {sum}: {outcome}. {words}", "words")
CLAIM_PAID = _event("claim_paid", "Expenses of {day} paid: {sum}")
EVIDENCE_PUT = _event("evidence_put", "Evidence for {step_words}: {words}", "words")
EVIDENCE_SIGNED = _event("evidence_signed", "Pathway into the regulars, {step_words}: signed")
THANKED = _event("thanked", "Thanked for {milestone}. {words}", "words")
FORGOTTEN = _event("forgotten", "Name, contact and words of an application that ended erased")
