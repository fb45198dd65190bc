"""Every component on one page, in a real browser: both themes, three widths, no axe violation, no policy violation."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory

from bluelamp import clock
from tests.design.samples import AT, context

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1440, 390, 320)
LAYOUTS = ("desk", "board", "phone", "public", "signin", "record")
AREA = {"type": "Polygon", "coordinates": [[[-0.4, 51.6], [-0.15, 51.6], [-0.15, 51.75], [-0.4, 51.75], [-0.4, 51.6]]]}


def point(x: float, y: float, **facts: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": facts, "geometry": {"type": "Point", "coordinates": [x, y]}}


def geojson(*features: dict[str, Any]) -> tuple[str, bytes]:
    return "application/geo+json", json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def drawn(theme: str, template: str = "") -> tuple[str, bytes]:
    request = RequestFactory().get("/")
    request.COOKIES["theme"] = theme
    text = template or (HERE / "templates" / "gallery.html").read_text()
    with clock.set_to(AT):
        html = engines["django"].from_string(compiled(text)).render(context(), request)
    return "text/html; charset=utf-8", html.encode()


def compiled(text: str) -> str:
    """The loader turns `<c-…>` into tags; a template that is not in a folder is turned here."""
    from django_cotton.compiler_regex import CottonCompiler

    return CottonCompiler().process(text)


@pytest.fixture(scope="module", autouse=True)
def _pages(pages: Any) -> None:
    for theme in ("light", "dark"):
        pages[f"/{theme}"] = drawn(theme)
        for layout in LAYOUTS:
            pages[f"/{layout}/{theme}"] = drawn(theme, (HERE / "templates" / f"{layout}.html").read_text())
    pages["/boundary.geojson"] = geojson({"type": "Feature", "properties": {}, "geometry": AREA})
    pages["/units.geojson"] = geojson(
        point(-0.27, 51.66, call_sign="43", status="free"), point(-0.2, 51.69, call_sign="41", status="travelling")
    )
    pages["/places.geojson"] = geojson(point(-0.27, 51.655, name="Borehamwood"), point(-0.19, 51.7, name="Potters Bar"))


def is_ours(message: Any) -> bool:
    """Errors and warnings, but not what a software graphics driver says of itself."""
    drivers = ("WebGL", "GPU", "GL Driver")
    return message.type in ("error", "warning") and not any(word in message.text for word in drivers)


def open_page(browser: Any, url: str, width: int, **more: Any) -> tuple[Any, list[str]]:
    page = browser.new_context(viewport={"width": width, "height": 900}, **more).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if is_ours(message) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(url)
    return page, said


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("where", ["", *[f"/{layout}" for layout in LAYOUTS]])
def test_axe_finds_nothing(browser: Any, address: str, theme: str, where: str) -> None:
    page, _ = open_page(browser, f"{address}{where}/{theme}", 1280, bypass_csp=True)
    page.add_script_tag(path=str(AXE))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    page.context.close()
    assert found["passes"]
    assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found["violations"]] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_fits_without_scrolling_sideways_and_breaks_no_policy(
    browser: Any, address: str, theme: str, width: int, request: pytest.FixtureRequest
) -> None:
    page, said = open_page(browser, f"{address}/{theme}", width)
    page.wait_for_timeout(800)
    too_wide = page.evaluate(
        "() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll('body *')]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))"
    )
    keep_picture(page, f"components-{theme}-{width}.png")
    page.context.close()
    assert not too_wide
    assert said == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_fit_a_narrow_screen(browser: Any, address: str, layout: str) -> None:
    for theme in ("light", "dark"):
        for width in (1280, 390, 320):
            page, said = open_page(browser, f"{address}/{layout}/{theme}", width)
            wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            keep_picture(page, f"layout-{layout}-{theme}-{width}.png")
            page.context.close()
            assert wide <= 0
            assert said == []


def keep_picture(page: Any, name: str) -> None:
    """Written only where a folder is named, so that a test run leaves the working tree as it was."""
    if folder := os.environ.get("BLUELAMP_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / name), full_page=True)


def test_errors_take_focus_and_lead_to_their_field(browser: Any, address: str) -> None:
    page, _ = open_page(browser, f"{address}/light", 1280)
    assert page.evaluate("() => document.activeElement.className") == "error-summary"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("() => document.activeElement.id").startswith("wrong_")
    page.context.close()


def test_the_order_box_takes_the_slash(browser: Any, address: str) -> None:
    page, _ = open_page(browser, f"{address}/light", 1280)
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.name") == "order"
    page.keyboard.type("43/214")
    assert page.evaluate("() => document.activeElement.value") == "43/214"
    page.context.close()


def test_the_map_is_drawn_from_our_own_files(browser: Any, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/light")
    if not page.evaluate("() => Boolean(document.createElement('canvas').getContext('webgl2'))"):
        assert os.environ.get("BLUELAMP_BROWSER") != "required", "the browser of a build machine must draw the map"
        pytest.skip("This browser has no WebGL, so the map leaves the list alone.")
    for _ in range(60):
        if page.get_attribute("[data-map]", "data-drawn"):
            break
        page.wait_for_timeout(200)
    assert page.get_attribute("[data-map]", "data-drawn") == "yes"
    assert [url for url in asked if not url.startswith(address) and not url.startswith("data:")] == []
    page.context.close()


def test_every_component_is_shown() -> None:
    text = "".join(file.read_text() for file in (HERE / "templates").glob("*.html"))
    folder = ROOT / "bluelamp" / "design" / "templates" / "cotton"
    used = text + "".join(f.read_text() for f in folder.parent.rglob("*.html"))
    assert [file.stem for file in folder.glob("*.html") if f"<c-{file.stem.replace('_', '-')}" not in used] == []


def test_every_component_is_documented() -> None:
    words = (ROOT / "docs" / "components.md").read_text()
    inner = {"field_words", "field_errors", "standing_fact"}
    folder = ROOT / "bluelamp" / "design" / "templates" / "cotton"
    names = [file.stem for file in folder.glob("*.html") if file.stem not in inner]
    assert [name for name in names if f"c-{name.replace('_', '-')}" not in words] == []
