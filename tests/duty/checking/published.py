"""Published rosters for the tests: a clean one of any size, and the small parts of one."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

LAW = Path(__file__).resolve().parents[3] / "bluelamp" / "duty" / "law.toml"
LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 12, 7)
TOURS = {"E": ("07:00", "16:00"), "L": ("15:00", "24:00"), "N": ("22:00", "07:00")}
PATTERN = "EELLNN----"
TEAMS = 5
WEEKDAYS, ALL_DAYS = [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6]

Document = dict[str, Any]


def law() -> Document:
    entries = tomllib.loads(LAW.read_text())["law"]
    return {one["key"]: {name: one[name] for name in ("value", "unit", "source")} for one in entries}


def at(day: date, wall: str) -> datetime:
    """The aware local instant of a time of the clock; 24:00 is the next midnight."""
    hours, minutes = (int(part) for part in wall.split(":"))
    naive = datetime(day.year, day.month, day.day) + timedelta(hours=hours, minutes=minutes)  # noqa: DTZ001
    return naive.replace(tzinfo=LONDON)


def duty(officer: str, day: date, begins: str, ends: str, *, kind: str = "duty", unit: str = "response") -> Document:
    """From a time of the clock to another; one that is not later is of the next day."""
    last = day if ends > begins else day + timedelta(days=1)
    first, end = at(day, begins).isoformat(), at(last, ends).isoformat()
    return {"officer": officer, "unit": unit, "kind": kind, "begins": first, "ends": end}


def need(begins: str, ends: str, least: int, **other: Any) -> Document:
    plain = {
        "days": [*ALL_DAYS],
        "from": begins,
        "to": ends,
        "least": least,
        "desired": least,
        "skill": "",
        "call": False,
    }
    return plain | other


def special(day: date, begins: str, ends: str, least: int, **other: Any) -> Document:
    wanted = need(begins, ends, least, unit="response", date=day.isoformat()) | other
    del wanted["days"]
    return wanted


def person(officer: str, **other: Any) -> Document:
    plain = {"officer": officer, "name": f"PC {officer}", "unit": "response", "counts": True, "skills": {}, "leave": []}
    free = {"no_nights": False, "inside_only": False, "patrol": ""}
    return plain | free | {"court": [], "unfit": []} | other


def a_document(
    people: list[Document], duties: list[Document], *, units: list[Document] | None = None, **other: Any
) -> Document:
    """Four weeks from 7 December 2026 with one unit that needs nobody, unless told."""
    plain = {
        "format": "bluelamp roster 3",
        "roster": "roster:7",
        "begins": MONDAY.isoformat(),
        "ends": (MONDAY + timedelta(days=28)).isoformat(),
        "zone": "Europe/London",
        "public_holidays": [],
        "day_begins": 7,
        "law": law(),
        "cover": {"units": [_unit(one) for one in units or [{"key": "response", "name": "Response"}]], "special": []},
        "people": people,
        "duties": duties,
        "history": [],
    }
    return plain | other


def _unit(given: Document) -> Document:
    return {"outside": False, "asks": "", "needs": [], **given}


def a_clean_roster(
    begins: date = MONDAY, days: int = 28, *, patrols: tuple[int, ...] = (2,), offices: int = 1, specials: int = 1
) -> Document:
    """Patrol units of five teams (`patrols`: how many in a team of each), offices with call, and special constables."""
    known = [begins + timedelta(days=n) for n in range(-28, days)]
    people: list[Document] = []
    duties: list[Document] = []
    units = []
    for number, team in enumerate(patrols):
        units.append(_patrol(f"patrol_{number}" if number else "response", team, known, people, duties))
    for number in range(offices):
        units.append(_office(f"office_{number}", known, people, duties))
    for number in range(specials):
        officer = f"special:{number + 1}"
        people.append(person(officer, counts=False, name=f"SC {9000 + number}", patrol="directed",
                             skills={"taser": None, "officer_safety": None, "first_aid": None}))  # fmt: skip
        duties += [duty(officer, day, "19:00", "23:00") for day in known if day.toordinal() % 14 == number % 14]
    first = at(begins, "07:00")
    past = [one for one in duties if datetime.fromisoformat(one["begins"]) < first]
    ends = (begins + timedelta(days=days)).isoformat()
    now = [one for one in duties if datetime.fromisoformat(one["begins"]) >= first]
    return a_document(people, now, units=units, history=past, begins=begins.isoformat(), ends=ends)


def _patrol(unit: str, team: int, known: list[date], people: list[Document], duties: list[Document]) -> Document:
    for number in range(TEAMS * team):
        officer = f"{unit}:{number + 1}"
        skills = {"sergeant": None} if number % team == 0 else {"taser": "2027-12-31"}
        people.append(person(officer, unit=unit, skills=skills))
        for day in known:
            if tour := TOURS.get(tour_of(number // team, day)):
                duties.append(duty(officer, day, *tour, unit=unit))
    windows = [("07:00", "15:00"), ("15:00", "22:00"), ("22:00", "07:00")]
    needs = [need(*window, team, desired=team) for window in windows]
    return {"key": unit, "name": unit, "needs": [*needs, need("00:00", "24:00", 1, skill="sergeant")]}


def tour_of(team: int, day: date) -> str:
    """E, L, N or - : the five teams stand two days apart in a pattern of ten."""
    return PATTERN[(day.toordinal() + 2 * team) % len(PATTERN)]


def _office(unit: str, known: list[date], people: list[Document], duties: list[Document]) -> Document:
    """Ten who work Mondays to Fridays and take turns on call, two days each."""
    for number in range(10):
        officer = f"{unit}:{number + 1}"
        people.append(person(officer, unit=unit))
        for day in known:
            if day.weekday() < 5:
                duties.append(duty(officer, day, "07:00", "16:00", unit=unit))
            if day.toordinal() // 2 % 10 == number:
                duties.append(duty(officer, day, "07:00", "07:00", kind="on_call", unit=unit))
    needs = [need("08:00", "16:00", 10, days=[*WEEKDAYS]), need("00:00", "24:00", 1, call=True)]
    return {"key": unit, "name": unit, "needs": needs}


def drop(document: Document, officer: str, day: date, wall: str) -> Document:
    """Take the duty or call that begins at that time out of the period and give it back."""
    found = find(document, officer, day, wall)
    document["duties"].remove(found)
    return found


def find(document: Document, officer: str, day: date, wall: str) -> Document:
    begins = at(day, wall).isoformat()
    return next(one for one in document["duties"] if one["officer"] == officer and one["begins"] == begins)


def on_tour(document: Document, tour: str, day: date, unit: str = "response") -> list[str]:
    """Who has that tour on that day, in order."""
    begins = at(day, TOURS[tour][0]).isoformat()
    there = [one for one in (*document["history"], *document["duties"]) if one["begins"] == begins]
    return [one["officer"] for one in there if one["unit"] == unit and not one["officer"].startswith("special")]


def someone(document: Document, officer: str) -> Document:
    return next(one for one in document["people"] if one["officer"] == officer)
