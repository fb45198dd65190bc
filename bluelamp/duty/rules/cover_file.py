"""Reads a borough's `cover.toml`; every complaint names file, line and what was expected."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from bluelamp.duty.rules.cover import MINUTES_OF_A_DAY, Cover, CoverUnit, Need, Pattern, Shift, Window
from bluelamp.places.rules.tables import Table
from bluelamp.places.rules.toml_lines import BoroughError, line_of, read_toml

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS = ("shift", "pattern", "unit", "special_day")
ALWAYS = Window(begins=7 * 60, ends=7 * 60 + MINUTES_OF_A_DAY)


def read_cover(path: Path, *, teams: tuple[str, ...]) -> Cover:
    """The cover of a borough whose teams have these keys. Raises BoroughError at the first fault."""
    content, text = read_toml(path)
    for name in content:
        if name not in (*KINDS, "assumption", "officers"):
            raise BoroughError(
                path, line_of(text, name), f"[[{name}]] is not known here; known are {', '.join(KINDS)}."
            )
    found = {kind: _tables(path, text, kind, content.get(kind, [])) for kind in KINDS}
    shifts = {one.key: one for one in map(_shift, found["shift"])}
    patterns = {one.key: one for one in (_pattern(table, shifts) for table in found["pattern"])}
    units = {one.key: one for one in (_unit(table, shifts, teams) for table in found["unit"])}
    _helped_are_there(found["unit"], units)
    special = tuple(_special(table, units) for table in found["special_day"])
    return Cover(shifts=shifts, patterns=patterns, units=units, special=special)


def _tables(path: Path, text: str, name: str, rows: Any) -> list[Table]:
    if not isinstance(rows, list) or (not rows and name != "special_day"):
        raise BoroughError(path, 1, f"There is no [[{name}]] in the file.")
    found = [Table(file=path, text=text, name=name, index=n, values=row) for n, row in enumerate(rows)]
    seen: set[str] = set()
    for table in found if name != "special_day" else ():
        key = table.need("key", str)
        if key in seen:
            raise table.wrong("key", f"There is already a {name} with the key {key!r}.")
        seen.add(key)
    return found


def _shift(table: Table) -> Shift:
    table.only("key", "name", "from", "to", "on_call")
    return Shift(
        key=table.need("key", str),
        name=table.need("name", str),
        window=_window(table, table.values),
        on_call=table.get("on_call", bool, False),
    )


def _pattern(table: Table, shifts: dict[str, Shift]) -> Pattern:
    table.only("key", "name", "days")
    days: list[Any] = table.need("days", list)
    for one in days:
        if one != "" and one not in shifts:
            raise table.wrong("days", f'“days” has {one!r}; it may be {", ".join(shifts)}, or "" for a day off.')
    if not days:
        raise table.wrong("days", "“days” is empty; a pattern has at least one day.")
    return Pattern(key=table.need("key", str), name=table.need("name", str), days=tuple(days))


def _unit(table: Table, shifts: dict[str, Shift], teams: tuple[str, ...]) -> CoverUnit:
    table.only("key", "name", "teams", "shifts", "on_call", "helps", "lends", "outside", "asks", "needs")
    key, on_call = table.need("key", str), table.get("on_call", int, 1)
    for team in table.words("teams"):
        if team not in teams:
            raise table.wrong("teams", f"“teams” has {team!r}, which teams.toml does not hold.")
    for shift in table.words("shifts"):
        if shift not in shifts or shifts[shift].on_call:
            raise table.wrong("shifts", f"“shifts” has {shift!r}, which is no [[shift]] of duty.")
    needs = [_need(table, key, row) for row in table.get("needs", list, [])]
    call = [Need(unit=key, window=ALWAYS, least=on_call, desired=on_call, call=True)] if on_call else []
    return CoverUnit(
        key=key,
        name=table.need("name", str),
        teams=table.words("teams"),
        shifts=table.words("shifts"),
        needs=(*needs, *call),
        helps=table.words("helps"),
        lends=table.get("lends", bool, True),
        outside=table.get("outside", bool, False),
        asks=table.get("asks", str, ""),
    )


def _helped_are_there(tables: list[Table], units: dict[str, CoverUnit]) -> None:
    for table in tables:
        for other in table.words("helps"):
            if other not in units:
                raise table.wrong("helps", f"“helps” has {other!r}, which is no [[unit]].")


def _need(table: Table, unit: str, row: Any) -> Need:
    known = ("days", "from", "to", "least", "desired", "skill")
    if not isinstance(row, dict) or not set(row) <= set(known):
        raise table.wrong("needs", f"A need holds {', '.join(known)}; found {row!r}.")
    days = row.get("days", list(DAYS))
    if not isinstance(days, list) or not days or not set(days) <= set(DAYS):
        raise table.wrong("needs", f"“days” of a need is a list of {', '.join(DAYS)}; found {days!r}.")
    least, desired = _numbers(table, row, "needs")
    return Need(
        unit=unit,
        window=_window(table, row, "needs"),
        least=least,
        desired=desired,
        days=frozenset(DAYS.index(day) for day in days),
        skill=_word(table, row, "skill"),
    )


def _special(table: Table, units: dict[str, CoverUnit]) -> Need:
    table.only("date", "name", "unit", "from", "to", "least", "desired", "skill")
    day = table.values.get("date")
    if type(day) is not date:
        raise table.wrong("date", f"“date” must be a day such as 2026-12-31, not {day!r}.")
    least, desired = _numbers(table, table.values, "least")
    return Need(
        unit=table.one_of("unit", units),
        window=_window(table, table.values),
        least=least,
        desired=desired,
        only=day,
        because=table.need("name", str),
        skill=_word(table, table.values, "skill"),
    )


def _numbers(table: Table, row: dict[str, Any], key: str) -> tuple[int, int]:
    least, desired = row.get("least"), row.get("desired", row.get("least"))
    if type(least) is not int or type(desired) is not int or not 0 <= least <= desired:
        words = "“least” and “desired” are whole numbers, the second not below the first;"
        raise table.wrong(key, f"{words} found {least!r}, {desired!r}.")
    return least, desired


def _word(table: Table, row: dict[str, Any], key: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise table.wrong(key, f"“{key}” must be words in quotes, not {value!r}.")
    return value


def _window(table: Table, row: dict[str, Any], key: str = "from") -> Window:
    begins, ends = (_minutes(table, row, name, key) for name in ("from", "to"))
    return Window(begins=begins, ends=ends if ends > begins else ends + MINUTES_OF_A_DAY)


def _minutes(table: Table, row: dict[str, Any], name: str, key: str) -> int:
    found = re.fullmatch(r"([01]\d|2[0-4]):([0-5]\d)", str(row.get(name)))
    if not found or (found[1] == "24" and (found[2] != "00" or name == "from")):
        raise table.wrong(
            name if key == "from" else key, f"“{name}” must be a time such as 07:00, not {row.get(name)!r}."
        )
    return int(found[1]) * 60 + int(found[2])
