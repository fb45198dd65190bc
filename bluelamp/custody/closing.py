"""What closing cells would do now: who must move, where to, and what then for those for whom nothing fits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.cells import Wing, wing_of
from bluelamp.custody.clocks import decider
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.choosing_a_cell import ranked
from bluelamp.custody.rules.ranks import at_least
from bluelamp.custody.rules.replanning import Move, Mover, plan
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell, Suite


@dataclass(frozen=True, kw_only=True)
class Moving:
    """One person of the plan; `elsewhere`: cells of other suites that fit, in words, where none fits here."""

    detention: Detention
    move: Move
    to: Cell | None
    elsewhere: str = ""


@dataclass(frozen=True, kw_only=True)
class Closing:
    """The cells chosen, still open, and everyone in them with where they go."""

    suite: Suite
    cells: tuple[Cell, ...]
    people: tuple[Moving, ...]

    @property
    def stranded(self) -> tuple[Moving, ...]:
        """Those for whom nothing fits."""
        return tuple(each for each in self.people if each.to is None)

    @property
    def seen(self) -> str:
        """The plan in one line: what was shown is what is confirmed, or the officer looks again."""
        return ",".join(f"{each.move.out_of}>{each.move.to or '?'}:{each.detention.pk}" for each in self.people)


def letters(number: str) -> str:
    """The wing a cell belongs to, by the letters of its number: "M" of M15."""
    return number.rstrip("0123456789")


def closing(suite: Suite, numbers: Collection[str], *, at: datetime, set_aside: bool = False) -> Closing:
    """The plan for closing these cells of a suite; cells closed already are left out. Three statements, and three
    for each other suite where somebody does not fit here."""
    wing = wing_of(suite.pk)
    chosen = [cell for cell in wing.cells if cell.number in numbers and cell.state == Cell.State.OPEN]
    inside = [(cell, each) for cell in chosen for each in wing.inside.get(cell.pk, ())]
    moves = _moves(wing, chosen, inside, at, set_aside)
    by_number = {cell.number: cell for cell in wing.cells}
    stranded = [each for (_, each), move in zip(inside, moves, strict=True) if move.to is None]
    fits = _elsewhere(suite, stranded, at) if stranded else {}
    return Closing(
        suite=suite,
        cells=tuple(chosen),
        people=tuple(
            Moving(detention=each, move=move, to=by_number.get(move.to or ""), elsewhere=fits.get(each.pk, ""))
            for (_, each), move in zip(inside, moves, strict=True)
        ),
    )


def may_set_aside(by: Acting, reason: str, at: datetime) -> bool:
    """Whether this officer, with this reason, may set soft rules aside: an inspector or above."""
    rank = law_of("custody").value("cells.soft_rule_rank", on=local_day(at))
    verdict = at_least(decider=decider(by, Detention()), rank=rank.text, what="set a soft rule aside", source="")
    return bool(reason.strip()) and verdict.allowed


def _moves(
    wing: Wing,
    chosen: Sequence[Cell],
    inside: Sequence[tuple[Cell, Detention]],
    at: datetime,
    set_aside: bool,
) -> tuple[Move, ...]:
    shut = {cell.number for cell in chosen}
    facts = wing.facts(without=[each.pk for _, each in inside])
    return plan(
        movers=[Mover(name=each.number, out_of=cell.number, person=wing.person(each)) for cell, each in inside],
        cells=[each for number, each in facts.items() if number not in shut],
        law=law_of("custody"),
        on=local_day(at),
        set_aside=set_aside,
    )


def _elsewhere(suite: Suite, stranded: Sequence[Detention], at: datetime) -> dict[int, str]:
    """For each, how many free cells of the other suites fit with nothing against them."""
    said: dict[int, list[str]] = {each.pk: [] for each in stranded}
    for other in Suite.objects.exclude(pk=suite.pk).order_by("position"):
        wing = wing_of(other.pk)
        free = [each for each in wing.facts().values() if not each.occupants]
        for one in stranded:
            found = ranked(person=wing.person(one), cells=free, law=law_of("custody"), on=local_day(at))
            fit = sum(each.hard.allowed and not each.against for each in found)
            said[one.pk].append(
                f"{other.name} has {fit or 'no'} cell{'' if fit == 1 else 's'} that fit{'s' * (fit == 1)}"
            )
    return {pk: "; ".join(words) for pk, words in said.items()}
