"""What counts as having told a victim, and whether a contact may be tried at all (V4, V7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.people.rules.safe_contact import Safe, Way, may_reach
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE, SAFE = "Victims' Code, force policy V4", "Safe contact V7"


class Result(StrEnum):
    """How an attempt ended."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"
    WRONG_NUMBER = "wrong_number"
    ANSWERED_BY_OTHER = "answered_by_other"
    NOT_SAFE_TO_TALK = "not_safe_to_talk"
    OPTED_OUT = "opted_out"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Result.REACHED: "Reached and told",
    Result.NO_ANSWER: "No answer",
    Result.LEFT_MESSAGE: "Left a message",
    Result.WRONG_NUMBER: "Wrong number",
    Result.ANSWERED_BY_OTHER: "Somebody else answered: nothing said",
    Result.NOT_SAFE_TO_TALK: "Reached, but not safe to talk",
    Result.OPTED_OUT: "Does not want to be told of this",
}


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One attempt to tell a victim. `opt_out_words`: the victim's own words, where they opted out of this topic."""

    result: Result
    way: Way
    at: datetime
    by: str
    opt_out_words: str = ""


def stops_the_clock(attempt: Attempt) -> Verdict:
    """Allowed only for a victim reached, or one who opted out of this topic in their own words (V4).

    Every other attempt is logged and the promise stays owed. A promise already late stays late.
    """
    if attempt.result is Result.REACHED:
        return _named(attempt)
    if attempt.result is Result.OPTED_OUT:
        words = attempt.opt_out_words.strip()
        said = allowed() if words else refused("Record the victim's own words.", _SOURCE, field="opt_out_words")
        return every(_named(attempt), said)
    return refused(f"{attempt.result.words}: logged, and still owed.", _SOURCE, field="result")


def may_try(*, safe: Safe | None, way: Way, at: datetime) -> Verdict:
    """Whether this way is safe now; a deadline never makes an unsafe way allowed (V7)."""
    return may_reach(safe=safe, way=way, at=at)


def may_write(*, post_to: str) -> Verdict:
    """Whether it is known where a letter is safe: never guessed from where they live (V7)."""
    if post_to.strip():
        return allowed()
    return refused("It is not known where a letter is safe. Ask them, and write the address down.", SAFE, field="way")


def _named(attempt: Attempt) -> Verdict:
    return allowed() if attempt.by.strip() else refused("Say who spoke to the victim.", _SOURCE, field="by")
