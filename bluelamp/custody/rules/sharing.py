"""Two people in one cell: only after a joint risk assessment, authorised by name (Code C 8.1)."""

from dataclasses import dataclass
from datetime import date

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Code C 8.1"


@dataclass(frozen=True, kw_only=True)
class Sharer:
    """One of the two. `level` None: no observation level is set. `apart_from`: names to be kept apart from."""

    name: str
    child: bool
    woman: bool = False
    level: int | None = None
    apart_from: frozenset[str] = frozenset()


def may_share(
    *, host: Sharer, guest: Sharer, inside: int, assessment: str, decider: Decider, law: Law, on: date
) -> Verdict:
    """Whether a second person may be put in with a first.

    `inside`: how many are in the cell now. Refused for a child with an adult, a woman with a man, those flagged to be
    kept apart, anybody on a level that is watched or on no level yet, a cell with two in it, no assessment in words,
    or a decider of too low a rank.
    """
    rank = law.value("cells.sharing_rank", on=on)
    most = law.value("cells.sharing_most", on=on)
    names = {host.name, guest.name}
    checks = (
        (inside < 1, "Nobody is in the cell: there is nothing to share.", SOURCE),
        (inside >= most.number, f"{inside} are in the cell: no more than {most.number}.", most.source),
        (host.child != guest.child, "A child is never in a cell with an adult.", "Code C 8.8"),
        (host.woman != guest.woman, "A woman and a man do not share a cell.", "Code C 8.1, APP"),
        (bool(names & (host.apart_from | guest.apart_from)), "They are flagged to be kept apart.", "APP"),
    )
    return every(
        *(refused(words, source, field="cell") for wrong, words, source in checks if wrong),
        *(_level(one, law, on) for one in (host, guest)),
        _assessed(assessment),
        at_least(decider=decider, rank=rank.text, what="authorise two in a cell", source=rank.source),
    )


def _level(one: Sharer, law: Law, on: date) -> Verdict:
    watched = law.value("cells.watched_from_level", on=on)
    if one.level is None:
        return refused(f"{one.name} has no observation level yet: the risk of each comes first.", SOURCE, field="cell")
    if one.level >= watched.number:
        return refused(f"{one.name} is on level {one.level} and is held alone.", watched.source, field="cell")
    return allowed()


def _assessed(words: str) -> Verdict:
    if not words.strip():
        return refused("Write the risk of each to the other.", SOURCE, field="assessment")
    return allowed()
