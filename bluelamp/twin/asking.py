"""What `bluelamp rehearse` is asked; read before Django or a database is there."""

import argparse
import re
from pathlib import Path

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
WORDS = (
    "Replay a month of recorded crime through the real actions, in a database of its own, and print what came of it."
)


def parsed(arguments: list[str]) -> argparse.Namespace:
    """The arguments; leaves with status 2 and words when they are wrong."""
    parser = argparse.ArgumentParser(prog="bluelamp rehearse", description=WORDS)
    parser.add_argument("--crimes", type=Path, help="recorded crime as data.police.uk publishes it, .csv or .csv.gz")
    parser.add_argument("--outcomes", type=Path, help="the outcomes that go with it")
    parser.add_argument("--month", default="", help="the month to replay, such as 2021-06")
    parser.add_argument("--days", type=int, default=0, help="only so many days of it")
    parser.add_argument("--seed", default="1", help="the same seed gives the same figures")
    parser.add_argument("--units-share", type=float, default=1.0, help="share of the units on the street (1.0)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--keep", action="store_true", help="keep the rehearsal's database, to look at it")
    given = parser.parse_args(arguments)
    if given.crimes and not given.month:
        parser.error("--crimes needs --month, such as --month 2021-06")
    if given.outcomes and not given.crimes:
        parser.error("--outcomes needs --crimes: they are joined by Crime ID")
    if given.month and not MONTH.fullmatch(given.month):
        parser.error(f"--month {given.month!r} is not a month such as 2021-06")
    if not 0 <= given.days <= 31 or not 0 < given.units_share <= 2:
        parser.error("--days must be from 1 to 31 and --units-share above 0 and at most 2")
    return given
