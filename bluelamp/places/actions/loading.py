"""Loads a borough's folder into the tables: adds and changes, never removes, and leaves live state alone."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from django.db.models import Model

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.events import BOROUGH_LOADED, PLACE_ADDED, PLACE_CHANGED
from bluelamp.places.models import Cell, ContactPoint, PartnerBody, Station, Suite, Team
from bluelamp.places.rules.borough import (
    Borough,
    ContactPointFacts,
    PartnerFacts,
    StationFacts,
    SuiteFacts,
    TeamFacts,
    read_borough,
)

Row = TypeVar("Row", bound=Model)


@action
def load_borough(*, by: Acting, at: datetime, folder: Path, key: str | None = None) -> dict[str, int]:
    """Bring the tables to what the folder says; loading it again changes nothing.

    Raises BoroughError (file, line) before anything is written. Answers how many were added, changed and same.
    """
    require(by, "places.edit")
    borough = read_borough(folder)
    count: Counter[str] = Counter()
    stations = {s.key: _station(i, s, count) for i, s in enumerate(borough.stations)}
    for i, phone in enumerate(borough.contact_points):
        _phone(i, phone, stations.get(phone.station), at, count)
    for i, suite in enumerate(borough.suites):
        _suite(i, suite, stations[suite.station], count)
    for i, team in enumerate(borough.teams):
        _team(i, team, stations.get(team.base), count)
    for i, partner in enumerate(borough.partners):
        _partner(i, partner, count)
    return _told(borough, count)


def _told(borough: Borough, count: Counter[str]) -> dict[str, int]:
    totals = {word: count[word] for word in ("added", "changed", "same")}
    write(BOROUGH_LOADED, record="borough:1", facts={"name": borough.name, **totals})
    return totals


def _station(position: int, facts: StationFacts, count: Counter[str]) -> Station:
    return _upsert(Station, {"key": facts.key}, {**vars(facts), "position": position}, count)


def _phone(
    position: int, facts: ContactPointFacts, station: Station | None, at: datetime, count: Counter[str]
) -> ContactPoint:
    values = {**vars(facts), "station": station, "position": position}
    return _upsert(ContactPoint, {"key": facts.key}, values, count, when_new={"state_since": at})


def _suite(position: int, facts: SuiteFacts, station: Station, count: Counter[str]) -> Suite:
    where = {"address": station.address, "lat": station.lat, "lon": station.lon}
    values = {**vars(facts), **where, "station": station, "position": position}
    del values["cells"]
    suite = _upsert(Suite, {"key": facts.key}, values, count)
    for at_place, cell in enumerate(facts.cells):
        what = {
            "kind": cell.kind,
            "features": list(cell.features),
            "position": at_place,
            "assumption": facts.assumption,
        }
        _upsert(Cell, {"suite": suite, "number": cell.number}, what, count)
    return suite


def _team(position: int, facts: TeamFacts, base: Station | None, count: Counter[str]) -> Team:
    lists = {"call_signs": list(facts.call_signs), "skills": list(facts.skills), "areas": list(facts.areas)}
    return _upsert(Team, {"key": facts.key}, {**vars(facts), **lists, "base": base, "position": position}, count)


def _partner(position: int, facts: PartnerFacts, count: Counter[str]) -> PartnerBody:
    return _upsert(PartnerBody, {"key": facts.key}, {**vars(facts), "position": position}, count)


def _upsert(
    table: type[Row],
    found_by: dict[str, Any],
    values: dict[str, Any],
    count: Counter[str],
    when_new: dict[str, Any] | None = None,
) -> Row:
    row = table._default_manager.select_for_update().filter(**found_by).first()
    if row is None:
        row = table._default_manager.create(**{**found_by, **values, **(when_new or {})})
        return _noted(row, "added", [], count)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
    return _noted(row, "changed" if changed else "same", changed, count)


def _noted(row: Row, outcome: str, changed: list[str], count: Counter[str]) -> Row:
    count[outcome] += 1
    noun = str(row._meta.verbose_name).capitalize()
    facts = {"noun": noun, "name": str(row)}
    if outcome == "added":
        write(PLACE_ADDED, record=_record_of(row), facts=facts)
    elif changed:
        write(PLACE_CHANGED, record=_record_of(row), facts={**facts, "fields": ", ".join(changed)})
    return row


def _record_of(row: Model) -> str:
    """The ledger's reference to a row of places, such as "contact_point:1"."""
    nouns = {Station: "station", ContactPoint: "contact_point", Suite: "suite", Cell: "cell", Team: "team"}
    return f"{nouns.get(type(row), 'partner')}:{row.pk}"
