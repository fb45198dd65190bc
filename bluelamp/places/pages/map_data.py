"""What the map draws: the outline, areas, main roads and marks. Public facts only, so open to all."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from bluelamp.access.guard import open_to_all
from bluelamp.places.folder import borough_folder
from bluelamp.places.geography import geography
from bluelamp.places.queries import contact_points, stations
from bluelamp.places.rules.points import Point
from bluelamp.places.rules.roads import Road

Feature = dict[str, Any]
HOUR = 3600


@open_to_all
@cache_control(public=True, max_age=HOUR)
def boundary(_request: HttpRequest) -> HttpResponse:
    """The borough's outline, simplified."""
    return _geojson((borough_folder() / "geo" / "outline.geojson").read_text("utf-8"))


@open_to_all
@cache_control(public=True, max_age=HOUR)
def areas(_request: HttpRequest) -> HttpResponse:
    """The LSOAs, each urban or rural by the density proxy."""
    return _geojson(_areas(borough_folder() / "geo" / "lsoas.geojson"))


@open_to_all
@cache_control(public=True, max_age=HOUR)
def roads(_request: HttpRequest) -> HttpResponse:
    """Main roads as straight lines between their junctions: a proxy."""
    return _collection(_road(road) for road in geography().roads)


@open_to_all
@cache_control(public=True, max_age=60)
def marks(_request: HttpRequest) -> HttpResponse:
    """Settlements, stations and contact points as points."""
    towns = [_mark(s.point, s.name, "settlement") for s in geography().settlements]
    houses = [_mark(s.point, s.name, "station") for s in stations() if s.in_borough]
    phones = [_mark(p.point, p.name, "phone", state=p.state) for p in contact_points()]
    return _collection([*towns, *houses, *phones])


def _mark(point: Point, name: str, kind: str, **more: str) -> Feature:
    where = {"type": "Point", "coordinates": [round(point.lon, 5), round(point.lat, 5)]}
    return {"type": "Feature", "properties": {"name": name, "kind": kind, **more}, "geometry": where}


def _road(road: Road) -> Feature:
    line = [[junction.point.lon, junction.point.lat] for junction in road.junctions]
    facts = {"name": road.name, "kind": road.kind, "proxy": True}
    return {"type": "Feature", "properties": facts, "geometry": {"type": "LineString", "coordinates": line}}


@cache
def _areas(path: Path) -> str:
    drawn = json.loads(path.read_text("utf-8"))
    ground = geography()
    for feature in drawn["features"]:
        area = ground.area(feature["properties"]["code"])
        feature["properties"]["setting"] = area.setting(ground.threshold) if area else ""
    return json.dumps(drawn, separators=(",", ":"), ensure_ascii=False)


def _collection(features: Iterable[Feature]) -> HttpResponse:
    return _geojson(json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False))


def _geojson(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/geo+json; charset=utf-8")
