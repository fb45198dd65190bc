"""Plates are kept as seen, compared by form and look, never refused (A5 to A7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.people.rules.plates import Style, normalise, plate, repaired, skeleton, why_match


@pytest.mark.parametrize(
    ("seen", "style"),
    [
        ("DE51 ABC", Style.CURRENT),
        ("de51abc", Style.CURRENT),
        ("A123 ABC", Style.PREFIX),
        ("Q123 ABC", Style.PREFIX),
        ("ABC 123A", Style.SUFFIX),
        ("1234 AB", Style.DATELESS),
        ("123 ABC", Style.DATELESS),
        ("ABC 123", Style.DATELESS),
        ("AB 1234", Style.DATELESS),
        ("ABZ 1234", Style.NORTHERN_IRELAND),
        ("1234 ABZ", Style.NORTHERN_IRELAND),
        ("101 D 202", Style.DIPLOMATIC),
        ("B-XY 12345", Style.UNMATCHED),
        ("DI51 ABC", Style.UNMATCHED),
        ("ЖУ 12345", Style.UNMATCHED),
        ("🚗", Style.UNMATCHED),
    ],
)
def test_style_and_kept_as_seen(seen: str, style: Style) -> None:
    found = plate(seen)
    assert found.style is style
    assert found.as_seen == seen
    assert bool(found.flag) is (style is Style.UNMATCHED)


def test_an_age_mark_never_issued_is_flagged() -> None:
    assert plate("AB01 CDE").flag
    assert plate("AB00 CDE").flag
    assert not plate("AB51 CDE").flag


def test_repair_by_position() -> None:
    assert repaired("AB1OCDE") == "AB10CDE"
    assert repaired("8D5ISMR") == "BD51SMR"
    assert repaired("BXY1234") == "BXY1234"


@pytest.mark.parametrize(
    ("asked", "held", "why"),
    [
        ("AB10CDE", "AB10CDE", "Same plate"),
        ("AB1OCDE", "AB10CDE", "Possible: AB1OCDE read as AB10CDE"),
        ("BXYO234", "BXY0234", "Possible: signs that look alike"),
        ("AB10CDE", "AB10CDX", "Possible: one sign differs"),
        ("B10C", "AB10CDE", "Possible: part of the plate"),
        ("AB10CDE", "XY99ZZZ", ""),
    ],
)
def test_why(asked: str, held: str, why: str) -> None:
    assert why_match(asked, held) == why


@given(st.text(max_size=30))
def test_any_text_is_kept_and_read(seen: str) -> None:
    found = plate(seen)
    assert found.as_seen == seen
    assert normalise(found.normalised) == found.normalised
    assert skeleton(found.skeleton) == found.skeleton
