"""What is said again once the appropriate adult is here (Code C 3.17, 10.12, 11.17, 15.3, 16.1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Matter(StrEnum):
    """What is done or said in the presence of the appropriate adult."""

    RIGHTS = "rights"
    CAUTION = "caution"
    REVIEW = "review"
    SEARCH = "search"
    INTERVIEW = "interview"
    CHARGE = "charge"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A matter and when it was said or done."""

    matter: Matter
    at: datetime


def still_to_say(*, said: tuple[Said, ...], adult_at: datetime | None, again: tuple[Said, ...]) -> tuple[Matter, ...]:
    """What still has to be repeated in the adult's presence, in the order of the law; each matter once.

    A matter is to be repeated where it was said before the adult was here, or while none has come, and has not been
    repeated since it was last said so.
    """
    left = []
    for matter in Matter:
        without = [one.at for one in said if one.matter is matter and (adult_at is None or one.at < adult_at)]
        repeated = [one.at for one in again if one.matter is matter]
        if without and not any(when >= max(without) for when in repeated):
            left.append(matter)
    return tuple(left)
