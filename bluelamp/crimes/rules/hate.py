"""A hate crime is one that the victim or any other person perceives as one (D12): said by somebody, never derived.

No characteristic of anybody is an input here, and none is ever concluded from a flag. It stands on the crime, not on a
person.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Operational guidance on hate crime: perception of the victim or any other person"


class Strand(StrEnum):
    """What the hostility is felt to be about: five monitored nationally, and local ones of the force's own law."""

    RACE = "race"
    RELIGION = "religion"
    ORIENTATION = "orientation"
    DISABILITY = "disability"
    TRANSGENDER = "transgender"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Strand.RACE: "Race",
    Strand.RELIGION: "Religion",
    Strand.ORIENTATION: "Sexual orientation",
    Strand.DISABILITY: "Disability",
    Strand.TRANSGENDER: "Transgender",
}


class Perceiver(StrEnum):
    """Who feels that it was."""

    VICTIM = "victim"
    WITNESS = "witness"
    FAMILY = "family"
    OFFICER = "officer"
    ANOTHER = "another"

    @property
    def words(self) -> str:
        return _PERCEIVERS[self]


_PERCEIVERS = {
    Perceiver.VICTIM: "The victim",
    Perceiver.WITNESS: "A witness",
    Perceiver.FAMILY: "Family or a friend of the victim",
    Perceiver.OFFICER: "An officer",
    Perceiver.ANOTHER: "Another person",
}


@dataclass(frozen=True, kw_only=True)
class Perceived:
    """What somebody said: the strands, who feels so, and in which words."""

    strands: tuple[str, ...]
    by: Perceiver | None
    words: str


def may_flag(perceived: Perceived, *, known: Collection[str], flagged: Collection[str] = ()) -> Verdict:
    """Whether a crime may be flagged so: at least one strand of those `known`, by somebody, in words. No evidence is
    asked for, and nobody may refuse it for want of one. `flagged`: strands that the crime has already."""
    unknown = [one for one in perceived.strands if one not in known]
    again = bool(perceived.strands) and set(perceived.strands) <= set(flagged)
    return every(
        allowed() if perceived.strands else refused("What is it felt to be about?", _SOURCE, field="strands"),
        refused(f"No such strand here: {unknown[0]}.", _SOURCE, field="strands") if unknown else allowed(),
        refused("It is flagged so already.", _SOURCE, field="strands") if again else allowed(),
        allowed() if perceived.by else refused("Who feels so? Anybody may.", _SOURCE, field="perceived_by"),
        allowed() if perceived.words.strip() else refused("Write what they said.", _SOURCE, field="words"),
    )
