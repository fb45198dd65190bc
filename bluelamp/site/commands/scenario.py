"""`bluelamp scenario FILE...`: ask the rules what a scenario file asks, and say where they answer otherwise."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bluelamp.custody.scenarios import ScenarioError, differences, read
from bluelamp.deadlines.law import LawError, load

PACKAGE = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Print pass or the differences of each file; 1 where any differs or cannot be read."""
    parser = argparse.ArgumentParser(prog="bluelamp scenario", description=__doc__)
    parser.add_argument("file", nargs="+", type=Path, help="a scenario, or a folder of them (docs/recipes/scenario.md)")
    wrong, asked = 0, 0
    for path in _files(parser.parse_args(arguments).file):
        asked += 1
        found = _found(path)
        wrong += bool(found)
        print("\n".join(f"differs  {line}" for line in found) if found else f"pass     {path.stem}")  # noqa: T201
    print(f"{asked - wrong} passed, {wrong} differ")  # noqa: T201
    return 1 if wrong or not asked else 0


def _files(given: list[Path]) -> Iterator[Path]:
    for path in given:
        if path.is_dir():
            yield from sorted(path.glob("*.toml"))
        else:
            yield path


def _found(path: Path) -> list[str]:
    try:
        scenario = read(path)
        return differences(scenario, load(PACKAGE / scenario.domain / "law.toml"))
    except (ScenarioError, LawError) as error:
        return [str(error)]
