"""What a provider says became of a message, what somebody answered, and what follows from it."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What became of a message that the provider took."""

    DELIVERED = "delivered"
    PERMANENT = "permanent-failure"
    TEMPORARY = "temporary-failure"
    TECHNICAL = "technical-failure"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Result.DELIVERED: "Delivered",
    Result.PERMANENT: "It came back: there is no such address or number",
    Result.TEMPORARY: "It did not arrive: the phone is off or the mailbox is full",
    Result.TECHNICAL: "It did not arrive: the provider had trouble",
}


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What follows. `changes`: there is something new to write; `arrived`: no longer owed to be reached another way;
    `unsent`: it did not arrive; `doubt`: the way is not safe until it is checked."""

    changes: bool = False
    arrived: bool = False
    unsent: bool = False
    doubt: bool = False


NOTHING = Effect()


def effect(*, before: str, result: Result) -> Effect:
    """What follows from a result, by the one known `before` ("" for none).

    The same again is nothing new. A way that came back stays in doubt, whatever comes later. Delivered is a way that
    works, and tells nobody anything: it keeps no promise.
    """
    if before in (result, Result.PERMANENT):
        return NOTHING
    if result is Result.PERMANENT:
        return Effect(changes=True, unsent=True, doubt=True)
    if result is Result.DELIVERED:
        return Effect(changes=True, arrived=True)
    return NOTHING if before == Result.DELIVERED else Effect(changes=True, unsent=True)


_SOMEBODY_ELSE = (
    r"who('?s| is) (this|that)", r"who (are|r) (you|u)", r"wrong (number|person|address)",
    r"not (my|her|his) (number|phone)",
    r"do(n'?t| not) know (you|who|her|him)",
    r"(isn'?t|is not) (here|her|his|their)", r"no such person", r"new phone",
    r"stop",
)  # fmt: skip
_OTHERS = re.compile(rf"\b({'|'.join(_SOMEBODY_ELSE)})\b", re.IGNORECASE)


def may_be_somebody_else(words: str) -> bool:
    """Whether an answer sounds as if somebody else holds the phone or reads the mailbox: then the way is in doubt.

    An answer that does not is read by an officer all the same.
    """
    return bool(_OTHERS.search(words.replace("\u2019", "'")))
