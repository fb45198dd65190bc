"""What every template may know about the installation and who is looking."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting
from bluelamp.access.roles import roles
from bluelamp.places.folder import borough_folder
from bluelamp.places.rules.borough import read_borough
from bluelamp.twin.marked import is_marked


@dataclass(frozen=True, kw_only=True)
class Item:
    """One place in the main navigation."""

    label: str
    url: str
    current: bool


_MAIN = (
    ("My day", "desks:my_day", ()),
    ("My duties", "duty:mine", ("duty.mine",)),
    ("Calls", "desks:calls", ("calls.answer",)),
    ("Board", "desks:board", ("dispatch.view",)),
    ("Duty", "duty:day", ("duty.view",)),
    ("Custody", "custody:whiteboard", ("custody.view",)),
    ("Bail", "custody:bail_list", ("custody.review", "custody.release")),
    ("Cases", "desks:cases", ("cases.court",)),
    ("Domestic", "safeguarding:unassessed", ("safeguarding.view",)),
    ("People", "people:search", ("people.search",)),
    ("Specials", "specials:desk", ("specials.coordinate",)),
    ("My hours", "specials:mine", ("specials.mine",)),
    ("Messages", "messages:messages", ("messages.view",)),
    ("Partners", "partners:partners", ("partners.view",)),
    ("Owed", "owed:what_we_owe", ("owed.view",)),
    ("The day", "insight:commanders_day", ("insight.view",)),
    ("Officers", "access:officers", ("access.grant_roles",)),
    ("Who looked", "access:who_looked", ("ledger.read",)),
)
_ELSEWHERE = {f"/{each}/": "safeguarding:unassessed" for each in ("pathway", "marac", "protection", "clares-law")}
"""Pages of a place whose address begins otherwise."""


def installation(request: HttpRequest) -> dict[str, object]:
    """The banner of invented data, the force's name, who is signed in, and where this person may go."""
    by = acting(request)
    return {
        "demo": settings.DEMO,
        "training": settings.DEMO or _rehearsed(),
        "force_name": _force_name(),
        "acting": by,
        "acting_name": by.name if by.signed_in else "",
        "acting_role": ", ".join(roles()[role].words for role in by.roles if role in roles()),
        "home_url": (by.signed_in and _url("desks:my_day")) or "/",
        "navigation": _navigation(by, request.path) if by.signed_in else [],
    }


def _navigation(by: Acting, path: str) -> list[Item]:
    """The places this person may go; the one they are at is the one whose address is longest."""
    urls = [(label, _url(name)) for label, name, needs in _MAIN if not needs or by.may(*needs)]
    begins = next((name for start, name in _ELSEWHERE.items() if path.startswith(start)), "")
    path = (begins and _url(begins)) or path
    here = max((url for _, url in urls if url and path.startswith(url)), key=len, default="")
    return [Item(label=label, url=url, current=url == here) for label, url in urls if url]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@cache
def _force_name() -> str:
    return f"{read_borough(borough_folder()).name} police"


@cache
def _rehearsed() -> bool:
    """Whether this database is marked as invented; asked once a process, where the settings do not say so already."""
    return is_marked()
