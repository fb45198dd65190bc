"""What anyone may know: where the station and the phone are, whether the phone works, which team works where."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bluelamp.places.folder import borough_folder
from bluelamp.places.geography import geography
from bluelamp.places.models import ContactPoint, Station, Team
from bluelamp.places.queries import contact_points, home_station, teams
from bluelamp.places.rules.borough import Borough, read_borough
from bluelamp.public.rules.your_team import Answer, Patch, your_team


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How the borough's police are reached. `phones` with their state; `station` the one in the borough."""

    borough: Borough
    settlements: tuple[str, ...]
    phones: tuple[ContactPoint, ...]
    station: Station


def reach() -> Reach:
    """One statement where a contact point belongs to the station, two where none does."""
    phones = tuple(contact_points())
    at_home = [phone.station for phone in phones if phone.station and phone.station.in_borough]
    return Reach(
        borough=_borough(borough_folder()),
        settlements=tuple(sorted(settlement.name for settlement in geography().settlements)),
        phones=phones,
        station=at_home[0] if at_home else home_station(),
    )


def team_at(postcode: str) -> Answer:
    """The neighbourhood team of a postcode; one statement."""
    ground = geography()
    patches = [
        Patch(team=_plain(team.name), settlements=tuple(team.areas)) for team in teams(kind=Team.Kind.NEIGHBOURHOOD)
    ]
    return your_team(
        postcode,
        postcodes=((text, known.point) for text, known in ground.by_postcode.items()),
        patches=patches,
        settlements={settlement.name: settlement.point for settlement in ground.settlements},
    )


def _plain(name: str) -> str:
    """ "Neighbourhood: Bushey" as people say it: Bushey."""
    return name.partition(": ")[2] or name


@cache
def _borough(folder: Path) -> Borough:
    return read_borough(folder)
