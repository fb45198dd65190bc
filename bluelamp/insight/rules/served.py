"""Who is served how well: promises to victims kept, late and broken, by group of victims; small groups hidden."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from bluelamp.insight.rules.shares import Share
from bluelamp.insight.rules.suppressing import SMALLEST

KEPT, LATE, BROKEN = "kept", "late", "broken"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """One promise to a victim that was kept in time, kept late or is overdue, or was never kept.

    `victim` is the number of the victim in one case (0: to nobody recorded by name), `person` that of the person.
    """

    victim: int
    kind: str
    how: str
    person: int = 0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a table: what it counts, of how many victims, and its promises. `hidden`: why there are no figures."""

    name: str
    people: int = 0
    kept: int = 0
    late: int = 0
    broken: int = 0
    hidden: str = ""

    @property
    def in_time(self) -> Share:
        return Share(part=self.kept, of=self.kept + self.late + self.broken)


TOO_FEW = f"fewer than {SMALLEST} people"
OTHERS, TOO_FEW_EACH = "All other answers", "too few people to be shown apart"
OTHERS_OF_SERVICES = "All other services"
WORKED_OUT = "not shown, so that no other row can be worked out"


def by_kind(settled: Iterable[Settled], names: Mapping[str, str]) -> list[Row]:
    """A row for each kind of promise, those worst kept first. Nothing is hidden: a kind describes nobody."""
    return sorted(_rows(settled, lambda one: names.get(one.kind, one.kind)), key=_worst_first)


def by_group(settled: Iterable[Settled], group: Mapping[int, str], *, own_words: bool = False) -> list[Row]:
    """A row for each group of victims, the largest first; who is in no group is left out.

    A group of fewer than five people has no figures. Where the hidden groups together are fewer than five, the
    smallest of the others is hidden as well: the total less the rest would give them away (E5, D12). Groups that are
    the `own_words` of people are not even named where they are hidden.
    """
    known = [one for one in settled if one.victim in group]
    rows = sorted(_rows(known, lambda one: group[one.victim]), key=lambda row: (-row.people, row.name))
    told = [row for row in rows if row.people >= SMALLEST]
    small = [row for row in rows if row.people < SMALLEST]
    also = [told.pop()] if told and 0 < sum(row.people for row in small) < SMALLEST else []
    if own_words:
        return [*told, *([Row(name=OTHERS, hidden=TOO_FEW_EACH)] if small or also else [])]
    hidden = [*(Row(name=row.name, hidden=WORKED_OUT) for row in also),
              *(Row(name=row.name, hidden=TOO_FEW) for row in small)]  # fmt: skip
    return [*told, *hidden]


def by_both(settled: Iterable[Settled], first: Mapping[int, str], second: Mapping[int, str]) -> list[Row]:
    """A row for each pair of groups of victims, such as a need and a team; who lacks either is left out.

    A pair of fewer than five people has no figures. Since the tables of each grouping alone stand beside it, hidden
    pairs of one need, or of one team, are never fewer than five people together unless all of them are hidden.
    """
    known = [one for one in settled if one.victim in first and one.victim in second]
    pairs = {one.victim: (first[one.victim], second[one.victim]) for one in known}
    rows = _rows(known, lambda one: " | ".join(pairs[one.victim]))
    found = {(row.name.partition(" | ")[0], row.name.partition(" | ")[2]): row for row in rows}
    hidden = _hidden({pair: row.people for pair, row in found.items()})
    names = {pair: f"{pair[0]}: {pair[1]}" for pair in found}
    shown = [replace(row, name=names[pair]) for pair, row in found.items() if pair not in hidden]
    small = [Row(name=names[pair], hidden=hidden[pair]) for pair in found if pair in hidden]
    return [*sorted(shown, key=lambda row: (-row.people, row.name)), *sorted(small, key=lambda row: row.name)]


def _hidden(people: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], str]:
    """The pairs that are not shown, and why: the small ones, then what would give them away along either side."""
    hidden = {pair: TOO_FEW for pair, count in people.items() if count < SMALLEST}
    lines = [[pair for pair in people if pair[side] == name]
             for side in (0, 1) for name in sorted({pair[side] for pair in people})]  # fmt: skip
    again = True
    while again:
        again = False
        for line in lines:
            told = sorted((pair for pair in line if pair not in hidden), key=lambda pair: (people[pair], pair))
            if told and 0 < sum(people[pair] for pair in line if pair in hidden) < SMALLEST:
                hidden[told[0]], again = WORKED_OUT, True
    return hidden


def _rows(settled: Iterable[Settled], name: Callable[[Settled], str]) -> list[Row]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, set[int]] = defaultdict(set)
    for one in settled:
        counts[name(one)][one.how] += 1
        people[name(one)].add(one.person)
    return [
        Row(name=key, people=len(people[key] - {0}), kept=each[KEPT], late=each[LATE], broken=each[BROKEN])
        for key, each in counts.items()
    ]


def _worst_first(row: Row) -> tuple[float, int, str]:
    return (row.in_time.share or 0.0, -row.in_time.of, row.name)
