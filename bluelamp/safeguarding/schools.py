"""The schools of the borough with their calendars, from the borough's folder."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bluelamp.places.folder import borough_folder
from bluelamp.places.rules.toml_lines import BoroughError
from bluelamp.safeguarding.rules.school_notice import SchoolYear, Span, year_of


@dataclass(frozen=True, kw_only=True)
class School:
    """One school: whom to tell by name, when it is open, and its own secure page where it has one.

    `partner` is the key of the partner body that it is itself; without one, notices go to the body that passes them on.
    """

    key: str
    name: str
    lead: str
    year: SchoolYear
    partner: str = ""
    assumption: str = ""


@cache
def schools() -> dict[str, School]:
    """The schools by key; none where the borough's folder names none. Raises BoroughError for a file that is wrong."""
    path = borough_folder() / "schools.toml"
    return read(path) if path.exists() else {}


def read(path: Path) -> dict[str, School]:
    """The schools of a file `calendar` and `school`; raises BoroughError naming the file and what is wrong."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        years = {each["key"]: _year(each) for each in found.get("calendar", ())}
        made = [_school(each, years) for each in found.get("school", ())]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BoroughError(path, 1, f"{type(error).__name__}: {error}") from error
    return {school.key: school for school in made}


def _year(entry: dict[str, Any]) -> SchoolYear:
    terms, breaks = ([_span(each) for each in entry.get(name, ())] for name in ("terms", "breaks"))
    return year_of(terms=terms, breaks=breaks, closed=entry.get("closed", ()))


def _span(pair: list[Any]) -> Span:
    first, last = pair
    if last < first:
        raise ValueError(f"{first} to {last} ends before it begins")
    return Span(first=first, last=last)


def _school(entry: dict[str, Any], years: dict[str, SchoolYear]) -> School:
    return School(
        key=entry["key"],
        name=entry["name"],
        lead=entry["lead"],
        year=years[entry["calendar"]],
        partner=entry.get("partner", ""),
        assumption=entry.get("assumption", ""),
    )


def year_of_school(key: str) -> SchoolYear:
    """The calendar of a school; an empty one, in which every weekday counts, where the school is not known."""
    school = schools().get(key)
    return school.year if school else SchoolYear()
