"""The borough's geography in memory: postcodes, areas, settlements, roads, and who is nearest to what."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bluelamp.places.folder import borough_folder
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.areas import Area, Postcode, read_areas, read_postcodes
from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.roads import Road, Settlement, read_roads, read_settlements


@dataclass(frozen=True, kw_only=True)
class Geography:
    """Everything on the ground of one borough. `threshold` is the density from which an area counts as urban."""

    postcodes: tuple[Postcode, ...]
    areas: dict[str, Area]
    settlements: tuple[Settlement, ...]
    roads: tuple[Road, ...]
    threshold: float
    by_postcode: dict[str, Postcode]
    ground: npt.NDArray[np.float64]
    east: float

    def nearest_postcode(self, point: Point) -> Postcode:
        """The postcode nearest to a point in a straight line."""
        north, east = self.ground
        apart = (north - point.lat) ** 2 + (east - point.lon * self.east) ** 2
        return self.postcodes[int(apart.argmin())]

    def area_at(self, point: Point) -> Area:
        """The LSOA of a point: that of the nearest postcode (a proxy; the drawn outlines are too simple)."""
        return self.areas[self.nearest_postcode(point).area]

    def setting_at(self, point: Point) -> str:
        """ "urban" or "rural": a property of the place, never of the unit sent (rule C9)."""
        return self.area_at(point).setting(self.threshold)

    def settlement_at(self, point: Point) -> Settlement:
        """The settlement nearest to a point."""
        return min(self.settlements, key=lambda settlement: km_between(settlement.point, point))

    def contains(self, point: Point) -> bool:
        """Within 1 km of one of the borough's postcodes (a proxy for lying in the borough)."""
        return self.is_near(self.nearest_postcode(point), point)

    @staticmethod
    def is_near(postcode: Postcode, point: Point) -> bool:
        """Whether a point lies within 1 km of a postcode."""
        return km_between(postcode.point, point) <= 1.0

    def area(self, code: str) -> Area | None:
        """The LSOA of a code of 2011 or 2021; None if it is not the borough's."""
        return self.areas.get(code)


def read_geography(folder: Path, threshold: float) -> Geography:
    """Read a borough's geography; raises BoroughError naming file and line."""
    areas = read_areas(folder)
    postcodes = read_postcodes(folder, areas)
    points = np.array([postcode.point for postcode in postcodes])
    east = float(np.cos(np.radians(points[:, 0].mean())))
    by_code = {code: area for area in areas for code in (area.code, *area.now)}
    return Geography(
        postcodes=postcodes,
        areas=by_code,
        settlements=read_settlements(folder),
        roads=read_roads(folder),
        threshold=threshold,
        by_postcode={postcode.text.replace(" ", ""): postcode for postcode in postcodes},
        ground=np.ascontiguousarray((points * [1.0, east]).T),
        east=east,
    )


@cache
def geography() -> Geography:
    """The geography of the borough this program serves, read once."""
    threshold = law_of("places")["places.urban_persons_per_hectare"].value
    return read_geography(borough_folder(), float(threshold))
