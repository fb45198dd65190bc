"""Regular ranks in order, and whether one is high enough."""

from bluelamp.custody.rules.facts import Decider
from bluelamp.verdict import Verdict, allowed, refused

RANKS = (
    "constable",
    "sergeant",
    "inspector",
    "chief_inspector",
    "superintendent",
    "chief_superintendent",
    "assistant_chief_constable",
    "deputy_chief_constable",
    "chief_constable",
)


def at_least(*, decider: Decider, rank: str, what: str, source: str) -> Verdict:
    """Whether the decider holds `rank` or a higher one. A special's grade is not a rank (trap: special inspector).

    Raises ValueError for a rank that no police force has.
    """
    if rank not in RANKS:
        raise ValueError(f"No rank is called {rank!r}.")
    held = RANKS.index(decider.rank) if decider.rank in RANKS else -1
    if held >= RANKS.index(rank):
        return allowed(f"{_said(decider.rank)} may {what}.", source)
    return refused(f"{what.capitalize()} needs {_article(rank)} or above; {_who(decider)}.", source, field="decider")


def _who(decider: Decider) -> str:
    if decider.special_grade:
        return f"a {decider.special_grade.replace('_', ' ')} of the special constabulary has the powers of a constable"
    return f"this is {_article(decider.rank)}" if decider.rank else "this is a member of staff"


def _said(rank: str) -> str:
    return _article(rank).capitalize()


def _article(rank: str) -> str:
    words = rank.replace("_", " ")
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"
