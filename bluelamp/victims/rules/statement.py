"""The victim's personal statement (F13): offered to all, at any time before sentence, changed when they wish."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Victims' Code, right 7"
LONGEST = 20_000


class Reading(StrEnum):
    """How the victim wants it heard in court; they may change their mind."""

    NOT_DECIDED = "not_decided"
    THEMSELVES = "themselves"
    READ_FOR_THEM = "read_for_them"
    PLAYED = "played"
    NOT_ALOUD = "not_aloud"

    @property
    def words(self) -> str:
        return _READING[self]


_READING = {
    Reading.NOT_DECIDED: "Not decided yet",
    Reading.THEMSELVES: "They read it out themselves",
    Reading.READ_FOR_THEM: "Somebody reads it out for them",
    Reading.PLAYED: "A recording is played",
    Reading.NOT_ALOUD: "The court reads it, not aloud",
}


@dataclass(frozen=True, kw_only=True)
class Stating:
    """What is to be kept. `told_disclosable`: they know that the defence sees it and may ask about it.

    `business`: then `authorised` is who may speak for it. `child`: then `with_adult` is who was with them.
    """

    words: str
    told_disclosable: bool
    sentenced: bool = False
    business: bool = False
    authorised: str = ""
    child: bool = False
    with_adult: str = ""


NO_SENTENCE = (
    "It says what the crime did to them, not what sentence there should be: the court leaves out what is said of that."
)
_OF_SENTENCE = re.compile(
    r"\b(prison|jail|gaol|sentenced?|lock(ed)? (him|her|them|up)|behind bars|throw away the key|life inside)\b",
    re.IGNORECASE,
)


def speaks_of_sentence(words: str) -> Verdict:
    """Whether these words may be left as they are without a second look: refused where they seem to say what sentence
    there should be. It is a question to whoever writes, who may keep every word; nothing is ever altered."""
    found = _OF_SENTENCE.search(words)
    if found is None:
        return allowed()
    said = f"They say \u201c{found.group()}\u201d. {NO_SENTENCE} Keep the words as they are, or let them change them."
    return refused(said, _SOURCE, field="as_it_is")


def may_take(stating: Stating) -> Verdict:
    """Whether a statement, or a new version of it, may be kept: before sentence, in words, knowing who will see it."""
    return every(_open(stating.sentenced), _words(stating.words), _knowing(stating), _who(stating))


def may_withdraw(*, there: bool, served: bool) -> Verdict:
    """Whether it may be taken back: while it is with us. Once with the court it can be added to, not taken back."""
    if not there:
        return refused("There is no statement to take back.", _SOURCE)
    if served:
        words = "The court has it: it cannot be taken back. You can say more in a new one."
        return refused(words, _SOURCE)
    return allowed()


def _open(sentenced: bool) -> Verdict:
    return refused("The court has passed sentence: too late for a statement.", _SOURCE) if sentenced else allowed()


def _words(words: str) -> Verdict:
    if not words.strip():
        return refused("Write what it did to you.", _SOURCE, field="words")
    if len(words) > LONGEST:
        return refused(f"This is longer than {LONGEST:,} letters. Make it shorter.", _SOURCE, field="words")
    return allowed()


def _knowing(stating: Stating) -> Verdict:
    if stating.told_disclosable:
        return allowed()
    return refused("Say first that the defence will see it, and may ask about it.", _SOURCE, field="told_disclosable")


def _who(stating: Stating) -> Verdict:
    if stating.business and not stating.authorised.strip():
        return refused("Who may speak for the business? Give the name.", _SOURCE, field="authorised")
    if stating.child and not stating.with_adult.strip():
        return refused("Who was with the child? Give the name of the grown-up.", _SOURCE, field="with_adult")
    return allowed()
