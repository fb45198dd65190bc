"""Reads a borough's `officers.csv`: who there is, in which team, trained for what; complaints name file and line."""

import csv
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bluelamp.duty.rules.cover import Cover
from bluelamp.places.rules.toml_lines import BoroughError

COLUMNS = (
    "collar", "name", "rank", "team", "acting", "pattern", "turn", "share", "skills", "restricted", "patrol",
)  # fmt: skip
RANKS = {
    "constable": "constable", "sergeant": "sergeant", "inspector": "inspector", "chief inspector": "chief_inspector",
    "superintendent": "superintendent", "special constable": "",
}  # fmt: skip
PATROL = ("training", "accompanied", "directed", "independent")
NO_NIGHTS = "no nights"
INSIDE_ONLY = "no duty outside the station"
RESTRICTIONS = (NO_NIGHTS, INSIDE_ONLY)
SERGEANT = "sergeant"
_SKILL = re.compile(r"([a-z][a-z0-9_]*)(?:\+(\d{1,4})|@(\d{4}-\d{2}-\d{2}))?")


@dataclass(frozen=True, kw_only=True)
class OfficerFacts:
    """One line of the establishment. `skills`: to the last day each holds, None where it does not run out.

    `rank`: the regular rank, "" for a special; `share`: per cent of full time; `turn`: days into the base pattern.
    """

    collar: str
    name: str
    rank: str
    team: str
    acting: str
    pattern: str
    turn: int
    share: int
    skills: Mapping[str, date | None]
    restricted: tuple[str, ...]
    patrol: str

    @property
    def is_special(self) -> bool:
        return not self.rank

    @property
    def held(self) -> dict[str, date | None]:
        """The skills, with being a sergeant among them for a sergeant or who acts as one."""
        return {**self.skills, **({SERGEANT: None} if SERGEANT in (self.rank, self.acting) else {})}


def read_officers(path: Path, *, cover: Cover, teams: Collection[str], on: date) -> tuple[OfficerFacts, ...]:
    """Every officer and special of a borough. A skill's last day is a date, or days after `on`, the day of loading.

    Raises BoroughError at the first fault.
    """
    found: dict[str, OfficerFacts] = {}
    for line, row in _rows(path):
        officer = _Line(path, line, row).officer(cover, teams, on)
        if officer.collar in found:
            raise BoroughError(path, line, f"There is already an officer with the collar number {officer.collar}.")
        found[officer.collar] = officer
    return tuple(found.values())


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BoroughError(path, 1, "The file is missing.") from None
    except UnicodeDecodeError as wrong:
        line = path.read_bytes()[: wrong.start].count(b"\n") + 1
        raise BoroughError(path, line, "The text is not UTF-8.") from None
    reader = csv.reader(text.splitlines())
    if tuple(head := next(reader, [])) != COLUMNS:
        raise BoroughError(path, 1, f"The first line must be {','.join(COLUMNS)}; found {','.join(head)}.")
    rows = []
    for row in reader:
        if len(row) != len(COLUMNS):
            words = f"Expected {len(COLUMNS)} fields, found {len(row)}."
            raise BoroughError(path, reader.line_num, words)
        rows.append((reader.line_num, dict(zip(COLUMNS, row, strict=True))))
    return rows


@dataclass(frozen=True)
class _Line:
    path: Path
    line: int
    row: dict[str, str]

    def officer(self, cover: Cover, teams: Collection[str], on: date) -> OfficerFacts:
        for needed in ("collar", "name"):
            if not self.row[needed].strip():
                raise self.wrong(f"“{needed}” is empty.")
        rank, team = RANKS[self.one_of("rank", RANKS)], self.one_of("team", teams)
        if cover.unit_of_team(team) is None:
            raise self.wrong(f"No unit of cover.toml has the team {team!r}.")
        pattern = self.one_of("pattern", cover.patterns) if rank else ""
        return OfficerFacts(
            collar=self.row["collar"],
            name=self.row["name"],
            rank=rank,
            team=team,
            acting=self.one_of("acting", RANKS) if self.row["acting"] else "",
            pattern=pattern,
            turn=self.number("turn", 0, len(cover.patterns[pattern].days) - 1) if rank else 0,
            share=self.number("share", 1, 100) if rank else 100,
            skills=self.skills(on),
            restricted=self.restrictions(),
            patrol=self.one_of("patrol", PATROL) if not rank else "",
        )

    def wrong(self, words: str) -> BoroughError:
        return BoroughError(self.path, self.line, words)

    def one_of(self, name: str, choices: Collection[str]) -> str:
        if self.row[name] not in choices:
            raise self.wrong(f"“{name}” is {self.row[name]!r}; it may be {', '.join(choices)}.")
        return self.row[name]

    def number(self, name: str, least: int, most: int) -> int:
        text = self.row[name]
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise self.wrong(f"“{name}” is {text!r}; it must be a whole number from {least} to {most}.")
        return int(text)

    def skills(self, on: date) -> dict[str, date | None]:
        found: dict[str, date | None] = {}
        for part in filter(None, self.row["skills"].split(";")):
            match = _SKILL.fullmatch(part)
            if not match or match[1] in found:
                words = "each skill once, such as taser+210 (days) or taser@2027-03-31 (last day), parted by ;"
                raise self.wrong(f"“skills” has {part!r}; expected {words}.")
            found[match[1]] = self.last_day(match[2], match[3], on)
        return found

    def last_day(self, days: str | None, day: str | None, on: date) -> date | None:
        if days:
            return on + timedelta(days=int(days))
        try:
            return date.fromisoformat(day) if day else None
        except ValueError:
            raise self.wrong(f"“skills” has the day {day!r}, which is no day.") from None

    def restrictions(self) -> tuple[str, ...]:
        given = tuple(filter(None, self.row["restricted"].split(";")))
        for one in given:
            if one not in RESTRICTIONS:
                raise self.wrong(f"“restricted” is {one!r}; it may be {', '.join(RESTRICTIONS)}.")
        return given
