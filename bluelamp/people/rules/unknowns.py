"""Four answers that are not the same: not known, not asked, declined, none (X4)."""

from enum import StrEnum


class Answer(StrEnum):
    """What stands where an answer might be: an answer, or which of the four unknowns."""

    KNOWN = "known"
    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"
    DECLINED = "declined"
    NONE = "none"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Answer.KNOWN: "Known",
    Answer.NOT_KNOWN: "Not known",
    Answer.NOT_ASKED: "Not asked",
    Answer.DECLINED: "Declined to say",
    Answer.NONE: "None",
}


def in_words(answer: Answer, value: str) -> str:
    """The value where it is known, otherwise which unknown it is."""
    return value if answer is Answer.KNOWN else answer.words


def sound(answer: Answer, value: str) -> bool:
    """Whether the two agree: a value stands there exactly when the answer is known."""
    return (answer is Answer.KNOWN) == bool(value)
