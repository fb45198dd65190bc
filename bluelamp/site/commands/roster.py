"""`bluelamp roster solve` and `roster check`: rosters of public problems, and what the checker says of them."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bluelamp.duty.rules.json_lines import JsonError, read_with_lines
from bluelamp.duty.rules.public_check import Checked, Roster, check, faults
from bluelamp.duty.rules.public_problem import Problem, RosterError, read

FORMATS = ("curtois",)


def solve_roster(arguments: list[str]) -> int:
    """Search for so many seconds and print what the checker says of the best; 1 where it breaks a hard rule."""
    parser = _parser("solve", "Search for a roster; its cost is always the checker's.")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long by the clock")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print one object, with the roster")
    given = parser.parse_args(arguments)
    return _said_if_wrong(lambda: _solve(given))


def check_roster(arguments: list[str]) -> int:
    """Print a roster's cost and every hard rule it breaks; 1 where there is one."""
    parser = _parser("check", "Check a roster: its cost and the hard rules it breaks.")
    parser.add_argument("roster", type=Path, help='JSON: staff ID to a list of shift IDs by day, "" for off')
    given = parser.parse_args(arguments)
    return _said_if_wrong(lambda: _check(given))


def _parser(name: str, words: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"bluelamp roster {name}", description=words)
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("file", type=Path, help="the problem")
    return parser


def _said_if_wrong(run: Callable[[], int]) -> int:
    try:
        return run()
    except RosterError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise RosterError(f"{path.name}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise RosterError(f"{path.name}: expected text in UTF-8, found byte {error.start}.") from error


def _solve(given: argparse.Namespace) -> int:
    from bluelamp.duty.solving.search import Found
    from bluelamp.duty.solving.search import solve as search

    problem, began = read(_text(given.file), name=given.file.name), time.monotonic()

    def told(found: Found) -> None:
        said = f"{time.monotonic() - began:6.1f} s  cost {found.cost:.0f}  bound {max(found.bound, 0):.1f}"
        print(said, file=sys.stderr)  # noqa: T201

    found = search(problem, seconds=given.seconds, seed=given.seed, told=told)
    roster = _named(problem, found.patterns)
    checked = check(problem, roster)
    seconds = round(time.monotonic() - began, 2)
    bound = None if found.bound == float("-inf") else round(found.bound, 2)
    if given.json:
        said = {"cost": checked.cost, "hard_violations": len(checked.broken), "lower_bound": bound, "seconds": seconds}
        print(json.dumps(said | {"roster": roster}))  # noqa: T201
    else:
        print(f"{_table(problem, roster)}\nlower bound {bound}, {seconds} s\n{_said(checked)}")  # noqa: T201
    return 1 if checked.broken else 0


def _named(problem: Problem, patterns: list[tuple[int, ...]]) -> dict[str, list[str]]:
    names = [one.id for one in problem.shifts]
    return {
        one.id: ["" if k < 0 else names[k] for k in pattern]
        for one, pattern in zip(problem.staff, patterns, strict=True)
    }


def _table(problem: Problem, roster: Roster) -> str:
    wide = max(len(one.id) for one in problem.shifts) + 1
    return "\n".join(
        f"{one.id:<6}" + "".join(f"{shift or '.':>{wide}}" for shift in roster[one.id]) for one in problem.staff
    )


def _check(given: argparse.Namespace) -> int:
    problem = read(_text(given.file), name=given.file.name)
    checked = check(problem, _roster(given.roster, problem))
    print(_said(checked))  # noqa: T201
    return 1 if checked.broken else 0


def _roster(path: Path, problem: Problem) -> Roster:
    """The roster of a file, by itself or under "roster" as `solve --json` prints it. Raises RosterError by its line."""
    try:
        found, lines = read_with_lines(_text(path))
    except JsonError as error:
        raise RosterError(f"{path.name}, line {error.line}: {error.words}") from error
    inside: tuple[str, ...] = ()
    if isinstance(found, dict) and isinstance(found.get("roster"), dict):
        found, inside = found["roster"], ("roster",)
    for where, words in faults(problem, found):
        line = lines.get((*inside, *where), lines[inside])
        raise RosterError(f"{path.name}, line {line}: {words}")
    return found  # type: ignore[return-value]


def _said(checked: Checked) -> str:
    broken = [f"hard rule broken: {one}" for one in checked.broken]
    return "\n".join([*broken, f"cost {checked.cost}, {len(checked.broken)} hard violations"])
