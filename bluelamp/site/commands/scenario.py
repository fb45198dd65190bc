"""`bluelamp scenario FILE...`: ask the rules what a scenario file asks, and say where they answer otherwise."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bluelamp.custody.scenarios import ScenarioError, differences, read
from bluelamp.deadlines.law import Law, load

LAW = Path(__file__).resolve().parents[2] / "custody" / "law.toml"


def main(arguments: list[str]) -> int:
    """Print pass or the differences of each file; 1 where any differs or cannot be read."""
    parser = argparse.ArgumentParser(prog="bluelamp scenario", description=__doc__)
    parser.add_argument("file", nargs="+", type=Path, help="a scenario, or a folder of them (docs/recipes/scenario.md)")
    law, wrong, asked = load(LAW), 0, 0
    for path in _files(parser.parse_args(arguments).file):
        asked += 1
        found = _found(path, law)
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


def _found(path: Path, law: Law) -> list[str]:
    try:
        return differences(read(path), law)
    except ScenarioError as error:
        return [str(error)]
