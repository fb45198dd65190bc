"""The law in force: every number a rule uses, with its source, how it was checked, and who signed it off."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Value
from bluelamp.places.law_in_force import CHECKED, law_of

PACKAGE = Path(__file__).resolve().parents[2]
WITHOUT_UNIT = ("text", "words", "codes", "grade", "rank")


@page()
def law(request: HttpRequest) -> HttpResponse:
    """One table for each domain; what nobody has read in the source yet is counted on top."""
    rows = {name: list(_rows(name)) for name in _domains()}
    each = [row for listed in rows.values() for row in listed]
    domains = [
        {"name": name, "rows": listed, "open": sum(row["open"] for row in listed)} for name, listed in rows.items()
    ]
    counted = {"open": sum(row["open"] for row in each), "total": len(each)}
    return render(request, "places/law.html", {"domains": domains, **counted})


def _domains() -> list[str]:
    return sorted(path.parent.name for path in PACKAGE.glob("*/law.toml"))


def _rows(domain: str) -> Iterator[dict[str, Any]]:
    """What holds today, and what is to hold from a later day."""
    known, today = law_of(domain), local_day(clock.now())
    for key in known.keys():  # noqa: SIM118 - not a dict
        versions = known.versions(key)
        now = [one for one in versions if one.effective_from <= today][-1:]
        yield from (_row(one, domain) for one in (*now, *(one for one in versions if one.effective_from > today)))


def _row(value: Value, domain: str) -> dict[str, Any]:
    return {
        "name": value.key.removeprefix(f"{domain}.").replace(".", ": ").replace("_", " ").capitalize(),
        "said": _said(value),
        "source": value.source,
        "checked": CHECKED[value.tag],
        "open": value.tag in ("V2", "U") and not value.signed_off_by,
        "signed": value.signed_off_by,
        "from": value.effective_from,
    }


def _said(value: Value) -> str:
    listed = value.value if isinstance(value.value, list) else [value.value]
    words = ", ".join(str(one).replace("_", " ") for one in listed)
    return words if value.unit in WITHOUT_UNIT else f"{words} {value.unit}"
