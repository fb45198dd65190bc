"""Reading places: the borough's stations, phones, suites and teams, warnings on an address, and finding a place."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from bluelamp.places.geography import geography
from bluelamp.places.models import AddressWarning, Cell, ContactPoint, PartnerBody, Station, Suite, Team
from bluelamp.places.rules.addresses import address_key, postcode_in
from bluelamp.places.rules.points import Point


@dataclass(frozen=True, kw_only=True)
class Found:
    """A place that a text may mean. `exactly` says how sure the point is: postcode, settlement or not known."""

    words: str
    point: Point | None
    exactly: str
    area: str = ""
    settlement: str = ""
    setting: str = ""
    in_borough: bool = True


def stations() -> QuerySet[Station]:
    """The stations, in the borough's own order."""
    return Station.objects.all()


def home_station() -> Station:
    """The first station within the borough."""
    return Station.objects.filter(in_borough=True).order_by("position")[0]


def contact_points() -> QuerySet[ContactPoint]:
    """The contact points with their stations."""
    return ContactPoint.objects.select_related("station")


def contact_point_of(device: str) -> ContactPoint | None:
    """The contact point of a device, None if no such device is known."""
    return ContactPoint.objects.filter(device=device).first()


def is_being_tested(point: int) -> bool:
    """Whether a test call from this contact point is under way."""
    return ContactPoint.objects.filter(pk=point, state=ContactPoint.State.TESTING).exists()


def suites() -> QuerySet[Suite]:
    """The suites with their cells."""
    return Suite.objects.select_related("station").prefetch_related("cells")


def cells(suite: str = "") -> QuerySet[Cell]:
    """The cells, of one suite by its key or of all."""
    found = Cell.objects.select_related("suite")
    return found.filter(suite__key=suite) if suite else found


def teams(*, kind: str = "") -> QuerySet[Team]:
    """The teams, of one kind or all."""
    return Team.objects.filter(kind=kind) if kind else Team.objects.all()


def partners() -> QuerySet[PartnerBody]:
    """The bodies the command works with."""
    return PartnerBody.objects.all()


def warnings_at(address: str, *, at: datetime) -> list[AddressWarning]:
    """Warnings in force on an address: the same address, or its postcode where the warning names only that."""
    key, postcode = address_key(address), postcode_in(address)
    same = Q(address_key=key)
    if postcode:
        same |= Q(postcode=postcode, address_key=address_key(postcode))
    return list(AddressWarning.objects.filter(same, raised_at__lte=at, ended_at=None, expires_at__gt=at))


def find_place(text: str) -> list[Found]:
    """Places a text may mean, best first: its postcode, then settlements it names; else the text as said.

    Streets are not known to the program: an address stays as it was said, at the point of its postcode or settlement.
    """
    said = " ".join(text.split())
    if not said:
        return []
    found = [*_by_postcode(said), *_by_settlement(said)]
    return found or [Found(words=said, point=None, exactly="not known", in_borough=False)]


def place_at(point: Point, words: str = "") -> Found:
    """What is known of a point: its area, settlement and whether it is urban or rural (a marked proxy)."""
    ground = geography()
    settlement, nearest = ground.settlement_at(point).name, ground.nearest_postcode(point)
    area = ground.areas[nearest.area]
    return Found(
        words=words or settlement,
        point=point,
        exactly="point",
        area=area.code,
        settlement=settlement,
        setting=area.setting(ground.threshold),
        in_borough=ground.is_near(nearest, point),
    )


def _by_postcode(said: str) -> list[Found]:
    postcode = postcode_in(said)
    known = geography().by_postcode.get(postcode.replace(" ", "")) if postcode else None
    if not known:
        return []
    return [Found(**{**vars(place_at(known.point, said)), "area": known.area, "exactly": "postcode"})]


def _by_settlement(said: str) -> list[Found]:
    key = f" {address_key(said)} "
    named = [s for s in geography().settlements if f" {address_key(s.name)} " in key]
    if not named and len(key) > 4:
        named = [s for s in geography().settlements if address_key(s.name).startswith(key.strip())]
    longest_first = sorted(named, key=lambda settlement: -len(settlement.name))
    return [
        Found(**{**vars(place_at(s.point, said)), "settlement": s.name, "exactly": "settlement"}) for s in longest_first
    ]
