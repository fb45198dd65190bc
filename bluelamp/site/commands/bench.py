"""`bluelamp bench NAME`: measure on a scratch database, beside a floor of bare psycopg doing the same writes."""

import argparse
from importlib import import_module
from pathlib import Path

NAMES = ("log", "assign", "board", "push", "verify", "alarms", "rehearse", "custody", "roster", "victims")
LEAST = 2000
"""Fewer persons would leave fewer addresses with conditions than a measurement asks for."""


def main(arguments: list[str]) -> int:
    """Measure one thing and print its figures with data size, settings and cores."""
    parser = argparse.ArgumentParser(prog="bluelamp bench", description=__doc__)
    parser.add_argument("name", choices=NAMES, help="what to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--persons", type=int, help="how many persons there are (victims; a million if left out)")
    parser.add_argument("--curtois", type=float, metavar="SECONDS", help="solve the public problems too, each so long")
    parser.add_argument("--problems", type=Path, help="the folder of InstanceN.txt, with best-known.csv beside them")
    given = parser.parse_args(arguments)
    if (given.curtois is None) != (given.problems is None) or (given.curtois is not None and given.name != "roster"):
        parser.error("--curtois SECONDS goes with --problems FOLDER and with roster.")
    if given.persons is not None and (given.name != "victims" or given.persons < LEAST):
        parser.error(f"--persons goes with victims, from {LEAST} on.")
    from bluelamp.site.benches.report import settings, tell
    from bluelamp.site.benches.scratch import scratch

    with scratch() as made:
        sized: dict[str, object] = {} if given.persons is None else {"persons": given.persons}
        if given.curtois is not None:
            sized["public"] = (given.curtois, given.problems)
        figures = import_module(f"bluelamp.site.benches.{given.name}").measure(made, **sized)
        tell(given.name, figures, settings(made), as_json=given.json)
    return 0
