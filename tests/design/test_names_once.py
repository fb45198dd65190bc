"""A name means one thing: an id of a page is never that of a shape, which every page carries."""

import re
from pathlib import Path

import bluelamp

ROOT = Path(bluelamp.__file__).parent
SHAPES = ROOT / "design" / "templates" / "design" / "shapes.html"


def test_no_part_of_a_page_has_the_id_of_a_shape() -> None:
    shapes = set(re.findall(r'<symbol id="([\w-]+)"', SHAPES.read_text()))
    assert "broken" in shapes
    used = {
        (str(file.relative_to(ROOT)), one)
        for file in ROOT.rglob("templates/**/*.html")
        for one in re.findall(r'(?<![\w-])id="([\w-]+)"', file.read_text())
        if file != SHAPES
    }
    assert ("duty/templates/duty/unit.html", "rules-broken") in used
    assert [one for one in used if one[1] in shapes] == []
