"""Enhanced rights (V5)."""

import pytest

from bluelamp.victims.rules.entitlement import Circumstances, entitlement, may_switch_off


@pytest.mark.parametrize(
    ("facts", "enhanced"),
    [
        ({}, False),
        ({"domestic": True}, True),
        ({"hate": True}, True),
        ({"sexual": True}, True),
        ({"age": 17}, True),
        ({"age": 18}, False),
        ({"age": 0}, True),
        ({"most_serious": True}, True),
        ({"bereaved": True}, True),
        ({"persistently_targeted": True}, True),
        ({"evidence_affected": True}, True),
        ({"intimidated": True}, True),
        ({"judged": True, "judged_why": "Lives alone and is afraid"}, True),
    ],
)
def test_who_has_them(facts: dict[str, object], enhanced: bool) -> None:
    found = entitlement(Circumstances(**facts))
    assert found.enhanced is enhanced
    assert bool(found.reasons) is enhanced


def test_all_grounds_are_named() -> None:
    assert len(entitlement(Circumstances(domestic=True, age=16)).reasons) == 2


@pytest.mark.parametrize(
    ("supervisor", "reason", "allowed"),
    [("officer:3", "Asked for it", True), ("", "x", False), ("officer:3", " ", False)],
)
def test_switching_off(supervisor: str, reason: str, allowed: bool) -> None:
    assert may_switch_off(supervisor=supervisor, reason=reason).allowed is allowed
