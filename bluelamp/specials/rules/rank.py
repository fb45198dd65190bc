"""A special grade is not a rank: what the law asks of an inspector only a regular rank gives (S2)."""

from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, refused

RANKS = ("constable", "sergeant", "inspector", "chief_inspector", "superintendent", "chief_superintendent")
GRADES = {
    "special_constable": "Special constable",
    "special_sergeant": "Special sergeant",
    "special_inspector": "Special inspector",
    "special_chief_inspector": "Special chief inspector",
    "special_superintendent": "Special superintendent",
    "assistant_chief_officer": "Assistant chief officer",
    "chief_officer": "Chief officer of the special constabulary",
}
"""Grades lead volunteers. None of them is a statutory rank."""
SOURCE = "Special grades are not ranks S2"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who would act: the statutory rank ("" for none) and the special grade ("" for none)."""

    regular_rank: str = ""
    special_grade: str = ""


def grade_words(grade: str) -> str:
    """A grade as it is said; one that is not known is said as it is written."""
    return GRADES.get(grade, grade.replace("_", " ").capitalize())


def has_rank(*, holder: Holder, needed: str) -> Verdict:
    """Whether the holder has the regular rank `needed` or a higher one; a special grade never counts.

    Raises ValueError for a rank that no force has.
    """
    if needed not in RANKS:
        raise ValueError(f"No rank is called {needed!r}.")
    if holder.regular_rank in RANKS and RANKS.index(holder.regular_rank) >= RANKS.index(needed):
        return allowed()
    article = "an" if needed[0] in "aeiou" else "a"
    return refused(f"This needs {article} {needed.replace('_', ' ')} by regular rank; {_held(holder)}.", SOURCE)


def _held(holder: Holder) -> str:
    if holder.special_grade:
        words = grade_words(holder.special_grade).lower()
        return f"a {words} has the powers of a constable and no rank".replace("a assistant", "an assistant")
    if holder.regular_rank:
        return f"this is a {holder.regular_rank.replace('_', ' ')}"
    return "this is a member of staff"
