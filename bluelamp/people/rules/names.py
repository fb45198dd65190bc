"""Comparing names: folded spelling, sound, and why two names were held to match."""

import unicodedata
from dataclasses import dataclass

import jellyfish

ALIKE = 0.85
"""Jaro-Winkler similarity from which two words are held to be one word spelt in two ways."""


def folded(name: str) -> str:
    """The name for comparing: no case, no accents, no punctuation, single spaces. Any script; the name itself stays.

    Signs that are no letters at all, such as emoji, are kept, so that they can be found too.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    kept = ("" if unicodedata.combining(c) or c in "'’`" else c if _stays(c) else " " for c in plain)
    return " ".join("".join(kept).split())


def holds_name(text: str, name: str) -> bool:
    """Whether a text names somebody of this name: every word of the name stands in it, in any order and spelt so. A
    name of a single word is none: too many bear it."""
    words = set(folded(name).split())
    return len(words) > 1 and words <= set(folded(text).split())


def sounds(name: str) -> list[str]:
    """The Metaphone code of each word in Latin script, in alphabetical order, each once; empty for other scripts."""
    codes = (jellyfish.metaphone(word) for word in folded(name).split() if word.isascii() and word.isalpha())
    return sorted({code for code in codes if code})


@dataclass(frozen=True, kw_only=True)
class Match:
    """How well a name matches, from 0 to 1, and why in words; a score of 0 is no match."""

    score: float
    why: str


NO_MATCH = Match(score=0.0, why="")


def match(asked: str, name: str) -> Match:
    """Why `name` answers a search for `asked`, and how well: same, part of, spelt nearly so, or sounds alike.

    Words may come in any order. Every word asked for must be answered by some word of the name.
    """
    wanted, held = folded(asked).split(), folded(name).split()
    if not wanted or not held:
        return NO_MATCH
    if sorted(wanted) == sorted(held):
        return Match(score=1.0, why="Same name" if wanted == held else "Same name, other order")
    found = [_best(word, held) for word in wanted]
    if any(one.score == 0 for one in found):
        return NO_MATCH
    score = sum(one.score for one in found) / len(found)
    whys = dict.fromkeys(one.why for one in found if one.why != _SAME)
    part = len(wanted) < len(held)
    why = "; ".join(whys) or "Part of the name"
    return Match(score=round(score * (0.9 if part else 0.97), 4), why=why)


_SAME = "Same word"


def _best(word: str, held: list[str]) -> Match:
    return max((_compare(word, other) for other in held), key=lambda one: one.score)


def _compare(word: str, other: str) -> Match:
    if word == other:
        return Match(score=1.0, why=_SAME)
    if len(word) >= 3 and other.startswith(word):
        return Match(score=0.92, why=f"{other.title()} begins with {word.title()}")
    alike = jellyfish.jaro_winkler_similarity(word, other)
    if alike >= ALIKE:
        return Match(score=alike * 0.95, why=f"{other.title()} is spelt nearly as {word.title()}")
    if _sounds_alike(word, other):
        return Match(score=0.75 + alike * 0.1, why=f"{other.title()} sounds like {word.title()}")
    return NO_MATCH


def _sounds_alike(word: str, other: str) -> bool:
    codes = sounds(word)
    return bool(codes) and codes == sounds(other)


def _stays(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNS"
