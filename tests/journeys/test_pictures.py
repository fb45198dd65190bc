"""`make pictures`: each page in both themes at three widths, and the three that the README shows."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.page_list import PAGES, Page
from tests.journeys.visitor import WIDE_PARTS, Visitors

pytestmark = pytest.mark.pictures
WIDTHS = {1440: 900, 390: 844, 320: 640}
README = {"board": "dark", "detention": "light", "public": "light"}
DOCS = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LARGEST = 300_000


@pytest.fixture(scope="session")
def folder() -> Path:
    made = Path(os.environ.get("BLUELAMP_PICTURES") or "pictures")
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_picture(visitors: Visitors, borough: Installation, folder: Path, page: Page, theme: str) -> None:
    with visitors(page.role, theme=theme, reduced_motion="reduce") as visitor:
        visitor.open(page.path(borough.made))
        for width, height in WIDTHS.items():
            visitor.page.set_viewport_size({"width": width, "height": height})
            settle(visitor.page)
            visitor.page.screenshot(path=str(folder / f"{page.name}-{theme}-{width}.png"), full_page=True)
            assert visitor.page.evaluate(WIDE_PARTS) == [], f"{width} px"
        assert visitor.said == []


@pytest.mark.parametrize("name", README)
def test_pictures_of_the_readme(visitors: Visitors, borough: Installation, name: str) -> None:
    page = next(page for page in PAGES if page.name == name)
    DOCS.mkdir(exist_ok=True)
    size = {"width": 1280, "height": 800}
    with visitors(page.role, theme=README[name], viewport=size, reduced_motion="reduce") as visitor:
        visitor.open(page.path(borough.made))
        settle(visitor.page)
        file = DOCS / f"{name}.png"
        visitor.page.screenshot(path=str(file))
    assert file.stat().st_size < LARGEST


def settle(page: Any) -> None:
    """Fonts are there and the map, where there is one, is drawn or has given up."""
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(700 if page.locator("[data-map]").count() else 150)
