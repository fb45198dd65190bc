"""The borough's cover as its folder gives it, with the events that planners entered."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from bluelamp.duty.models import CoverEvent
from bluelamp.duty.rules.cover import Cover, Need, Window
from bluelamp.duty.rules.cover_file import read_cover
from bluelamp.places.folder import borough_folder
from bluelamp.places.rules.tables import tables
from bluelamp.places.rules.toml_lines import read_toml

NAME = "cover.toml"


def has_cover(folder: Path) -> bool:
    """Whether a borough says what cover it needs; one that does not has no roster."""
    return (folder / NAME).exists()


def cover_of(folder: Path) -> Cover:
    """The cover in a borough's folder. Raises BoroughError naming file and line."""
    return read_cover(
        folder / NAME, teams=tuple(table.need("key", str) for table in tables(folder / "teams.toml", "team"))
    )


def officers_are_invented(folder: Path) -> bool:
    """Whether the borough says that its list of officers is made up: such a list is never loaded in service."""
    return read_toml(folder / NAME)[0].get("officers") == "invented"


@cache
def _as_written(folder: Path) -> Cover:
    return cover_of(folder)


def cover_in_force() -> Cover:
    """The cover of the borough this program serves, its events included; one statement."""
    return replace(_as_written(borough_folder()), events=tuple(_event(one) for one in _events()))


def _events() -> list[CoverEvent]:
    return list(CoverEvent.objects.filter(cancelled_at=None).order_by("day", "pk"))


def _event(row: CoverEvent) -> Need:
    return Need(
        unit=row.unit,
        window=Window(begins=row.begins, ends=row.ends),
        least=row.least,
        desired=row.least,
        skill=row.skill,
        only=row.day,
        because=row.name,
    )
