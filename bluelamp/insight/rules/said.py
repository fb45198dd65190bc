"""What victims say: how many gave each answer, and nothing from which a few people could be told."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bluelamp.insight.rules.suppressing import SMALLEST

FEW, WORKED_OUT = f"fewer than {SMALLEST}", "not shown"
_NUMBERS = re.compile(r"(?:\+?\d[\s().-]?){5,}")


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What one person answered last: question to answer. `words` are theirs; `names` are to be left out of them."""

    answers: Mapping[str, str]
    words: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question: how many people answered, and each answer as it may be shown. `hidden`: why there are none."""

    question: str
    people: int = 0
    counts: tuple[str, ...] = ()
    hidden: str = ""


def lines(found: Sequence[Answered], questions: Mapping[str, str], answers: Sequence[str]) -> list[Line]:
    """A line for each question (key to words), its `answers` in the order given.

    Fewer than five people: no figures. An answer of one to four is hidden, and where all that are hidden come to
    fewer than five, the smallest of the others as well: the total less the rest would give them away (E5, D12).
    """
    return [_line(words, Counter(one.answers.get(key, "") for one in found), answers) for key, words in
            questions.items()]  # fmt: skip


def _line(words: str, counts: Mapping[str, int], answers: Sequence[str]) -> Line:
    people = sum(counts.get(one, 0) for one in answers)
    if people < SMALLEST:
        return Line(question=words, hidden=f"fewer than {SMALLEST} people answered")
    shown = {one: str(counts.get(one, 0)) for one in answers}
    small = [one for one in answers if 0 < counts.get(one, 0) < SMALLEST]
    shown |= dict.fromkeys(small, FEW)
    if small and sum(counts[one] for one in small) < SMALLEST:
        told = [one for one in answers if counts.get(one, 0) >= SMALLEST]
        shown[min(told, key=lambda one: counts[one])] = WORKED_OUT
    return Line(question=words, people=people, counts=tuple(shown[one] for one in answers))


def own_words(found: Iterable[Answered]) -> list[str]:
    """What people wrote, in the order of the alphabet and without the names known of the case or any long number;
    nothing where fewer than five people wrote something."""
    wrote = [_unnamed(one) for one in found if one.words.strip()]
    return sorted(wrote, key=str.casefold) if len(wrote) >= SMALLEST else []


def _unnamed(one: Answered) -> str:
    parts = {part for name in one.names for part in re.split(r"[\s-]+", name) if len(part) > 1}
    words = _NUMBERS.sub("…", one.words.strip())
    for part in sorted(parts, key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "…", words, flags=re.IGNORECASE)
    return words
