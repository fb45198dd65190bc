"""Every page that a role may open: no axe violation in light and dark, a title, and a way round by keyboard."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.page_list import PAGES, Page
from tests.journeys.visitor import WIDE_PARTS, Visitors, axe

NARROW = ({"width": 320, "height": 640}, {"width": 640, "height": 450}, {"width": 720, "height": 450})
"""A small phone, and desks of 1280 and 1440 at 200 % zoom."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_axe_finds_nothing(visitors: Visitors, borough: Installation, page: Page) -> None:
    visitors.check(page.role, page.path(borough.made))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_narrow_and_in_order(visitors: Visitors, borough: Installation, page: Page) -> None:
    """Nothing scrolls sideways, the browser has no complaint; one first heading, one main part, the skip link first;
    no value of the program shows through."""
    with visitors(page.role, viewport=NARROW[0]) as visitor:
        visitor.open(page.path(borough.made))
        for size in NARROW:
            visitor.page.set_viewport_size(size)
            visitor.page.wait_for_timeout(150)
            assert visitor.page.evaluate(WIDE_PARTS) == [], f"at {size['width']} px"
        assert visitor.page.locator("h1").count() == 1
        assert visitor.page.locator("main").count() == 1
        assert visitor.page.get_attribute("html", "lang") == "en-GB"
        assert visitor.page.locator("a[href], button, input").first.inner_text() == "Skip to the page"
        assert not {"True", "False"} & set(visitor.page.inner_text("body").split()), "a value stands there as a word"
        assert visitor.said == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_says_so_when_the_database_is_away(visitors: Visitors, borough: Installation, theme: str) -> None:
    with borough.without_database() as address, visitors(theme=theme, bypass_csp=True) as visitor:
        answer = visitor.page.goto(f"{address}/owed/")
        assert answer is not None
        assert answer.status == 503
        assert "Nothing is lost" in visitor.text()
        assert axe(visitor.page) == []
        for size in NARROW:
            visitor.page.set_viewport_size(size)
            assert visitor.page.evaluate(WIDE_PARTS) == []
        keep_picture(visitor.page, f"database-away-{theme}")


def keep_picture(page: Any, name: str) -> None:
    """Written only where a folder is named."""
    if folder := os.environ.get("BLUELAMP_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)
