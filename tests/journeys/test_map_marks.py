"""Marks on the board's map: sixty incidents in one town and not one on another, what a fold holds said in words, by
keyboard too. The map is given what a busy evening would give it; the lists beside it stay as they are."""

import json
import math
import os
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.test_pages import keep_picture
from tests.journeys.visitor import Visitor, Visitors, axe

BOREHAMWOOD = (-0.2720, 51.6575)
SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})
BOXES = """() => [...document.querySelectorAll('[data-mark]')].map(mark => {
  const {x, y, width, height} = mark.getBoundingClientRect(); return [x, y, x + width, y + height]; })"""
HELD = """() => [...document.querySelectorAll('[data-mark]')].reduce((sum, mark) =>
  sum + Number(mark.textContent.match(/^×(\\d+)$/)?.[1] ?? 1), 0)"""


def busy(count: int, spread: float, kind: str) -> list[dict[str, Any]]:
    """So many marks round the middle of one town, in a spiral of `spread` degrees."""
    made = []
    for n in range(count):
        turn, far = n * 2.4, spread * math.sqrt(n / count)
        place = [BOREHAMWOOD[0] + far * 1.6 * math.cos(turn), BOREHAMWOOD[1] + far * math.sin(turn)]
        incident = {"number": n + 1, "grade": "IPSR"[n % 4], "words": f"Theft {n + 1}, Shenley Road", "url": f"/i/{n}"}
        unit = {"call_sign": f"4{n}", "status": ("free", "travelling", "at_scene")[n % 3], "words": "Free, Borehamwood"}
        facts = incident if kind == "incidents" else unit
        made.append({"type": "Feature", "properties": facts, "geometry": {"type": "Point", "coordinates": place}})
    return made


def given(body: str) -> Callable[[Any], None]:
    return lambda route: route.fulfill(body=body, content_type="application/json")


@pytest.fixture
def board(visitors: Visitors) -> Callable[..., Any]:
    """A dispatcher's board whose map is given sixty incidents and twelve units in one town."""

    def opened(visitor: Visitor, *, spread: float = 0.012, incidents: int = 60, units: int = 12) -> Any:
        for kind, count in (("incidents", incidents), ("units", units)):
            body = json.dumps({"type": "FeatureCollection", "features": busy(count, spread, kind)})
            visitor.page.route(f"**/board/{kind}.geojson", given(body))
        visitor.open("/board/")
        if not visitor.page.evaluate("() => Boolean(document.createElement('canvas').getContext('webgl2'))"):
            assert os.environ.get("BLUELAMP_BROWSER") != "required", "the browser of a build machine must draw the map"
            pytest.skip("This browser has no WebGL, so the map leaves the list alone.")
        visitor.page.wait_for_selector("[data-map][data-drawn]")
        visitor.page.locator("[data-map]").scroll_into_view_if_needed()
        return visitor.page

    return opened


def overlapping(page: Any) -> list[tuple[Any, Any]]:
    """Every two marks of which one lies on the other."""
    boxes = page.evaluate(BOXES)
    assert boxes
    return [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_sixty_incidents_in_one_town_and_no_mark_lies_on_another(
    visitors: Visitors, board: Callable[..., Any], size: dict[str, int], theme: str
) -> None:
    with visitors("dispatcher", theme=theme, viewport=size, bypass_csp=True) as winter:
        page = board(winter)
        assert overlapping(page) == []
        assert page.evaluate(HELD) == 72, "every one of the seventy-two is in some mark"
        assert axe(page) == []
        keep_picture(page, f"board-busy-{theme}-{size['width']}")
        page.locator(".pile").first.click()
        keep_picture(page, f"board-busy-open-{theme}-{size['width']}")
        assert axe(page) == []
        winter.press("Zoom to these")
        near = page.locator("[data-mark]").count()
        assert near > 5, "near enough, they come apart"
        keep_picture(page, f"board-busy-near-{theme}-{size['width']}")
        for _ in range(2):
            assert overlapping(page) == []
            page.locator(".maplibregl-ctrl-zoom-out").click()
            page.wait_for_timeout(600)
        assert overlapping(page) == []
        assert page.locator("[data-mark]").count() < near
        assert winter.said == []


@pytest.mark.parametrize("spread", [0.0, 0.002, 0.03])
def test_however_near_they_stand(visitors: Visitors, board: Callable[..., Any], spread: float) -> None:
    with visitors("dispatcher", viewport=SIZES[0]) as winter:
        page = board(winter, spread=spread)
        assert overlapping(page) == []
        assert page.evaluate(HELD) == 72


def test_a_fold_says_in_words_what_it_holds_and_opens_by_keyboard(
    visitors: Visitors, board: Callable[..., Any]
) -> None:
    with visitors("dispatcher", viewport=SIZES[0]) as winter:
        page = board(winter, spread=0.002)
        fold = page.locator(".pile").first
        assert re.match(r"×72: 60 incidents: 15 immediate, .*; 12 units: ", fold.get_attribute("aria-label"))
        fold.focus()
        page.keyboard.press("Enter")
        assert page.locator(".held li").count() == 72
        assert page.locator(".held a").first.inner_text() == "1, immediate: Theft 1, Shenley Road"
        assert page.locator(".held li").last.inner_text().endswith(", Free, Borehamwood")
        assert fold.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert page.locator(".held").is_hidden()
        assert page.evaluate("() => document.activeElement.className") == "pile"
        page.keyboard.press("Enter")
        winter.press("Zoom to these")
        page.wait_for_timeout(300)
        assert page.locator("[data-mark]").count() > 5, "near enough, they come apart"
        assert overlapping(page) == []


def test_few_stand_beside_each_other_and_those_at_one_point_cannot_be_zoomed_apart(
    visitors: Visitors, board: Callable[..., Any]
) -> None:
    with visitors("dispatcher", viewport=SIZES[0]) as winter:
        page = board(winter, spread=0.0, incidents=1, units=2)
        assert page.locator(".pile").count() == 0
        assert [one.strip() for one in page.locator("[data-mark]").all_inner_texts()] == ["1", "40", "41"]
        assert overlapping(page) == []
    with visitors("dispatcher", viewport=SIZES[0]) as winter:
        page = board(winter, spread=0.0)
        page.locator(".pile").click()
        assert page.get_by_role("button", name="Zoom to these").count() == 0


def test_the_map_of_the_evening_itself_shows_each_incident_and_unit_of_the_lists(
    visitors: Visitors, borough: Installation
) -> None:
    with visitors("dispatcher", viewport=SIZES[0]) as winter:
        page = winter.open("/board/").page
        page.wait_for_selector("[data-map][data-drawn]")
        assert overlapping(page) == []
        keep_picture(page, "board-evening")
        listed = page.locator("#incidents .inc").count() + page.locator("#units .unit").count()
        assert 0 < page.evaluate(HELD) <= listed
