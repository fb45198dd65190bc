"""`bluelamp fit --crimes FILE...`: fit the rates to recorded crime and write them."""

import argparse
from pathlib import Path

from bluelamp.places.geography import geography
from bluelamp.twin.crime_file import read_crimes
from bluelamp.twin.rates import SHIPPED, as_toml, fit
from bluelamp.twin.records import in_2011_code

LICENCE = "data.police.uk, Open Government Licence v3.0"


def main(arguments: list[str]) -> int:
    """Read every file before anything is written."""
    parser = argparse.ArgumentParser(prog="bluelamp fit", description=__doc__)
    parser.add_argument("--crimes", type=Path, nargs="+", required=True, help="files as data.police.uk publishes them")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="the file of rates to write")
    given = parser.parse_args(arguments)
    read = [read_crimes(path, areas=geography().areas) for path in given.crimes]
    records = [in_2011_code(record) for crimes in read for record in crimes.records]
    months = sorted({record.month for record in records})
    span = f"{months[0]} to {months[-1]}, {len(months)} months" if months else ""
    rates = fit(records, source=f"{LICENCE}: recorded crime of {span}")
    given.to.write_text(as_toml(rates), encoding="utf-8")
    a_day = sum(rate.a_day for rate in rates.by_category.values())
    skipped = sum(crimes.skipped for crimes in read)
    print(f"{len(records)} records, {skipped} of other places left out, {a_day:.1f} a day: {given.to}")  # noqa: T201
    return 0
