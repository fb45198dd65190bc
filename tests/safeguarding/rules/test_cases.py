"""Every scenario file is asked of the rules; and every constant of the law matters to at least one of them."""

from pathlib import Path
from typing import Any

import pytest

from bluelamp.custody.scenarios import Scenario, ScenarioError, differences, read
from bluelamp.deadlines.law import Law, LawError, load

HERE = Path(__file__).parent
LAW = load(HERE.parents[2] / "bluelamp" / "safeguarding" / "law.toml")
SCENARIOS = [read(path) for path in sorted((HERE / "cases").glob("*.toml"))]
NEXT = {"sergeant": "inspector", "inspector": "superintendent", "superintendent": "chief_superintendent",
        "dvpn": "dapn", "2026-01-07": "2026-01-08", "08:00": "08:30"}  # fmt: skip


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.name)
def test_the_rules_answer_as_worked_by_hand(scenario: Scenario) -> None:
    assert scenario.domain == "safeguarding"
    assert differences(scenario, LAW) == []


def other(value: Any) -> Any:
    """A value that is not this one, of the same kind."""
    if isinstance(value, int):
        return value + 1
    return value[1:] if isinstance(value, list) else NEXT[value]


def notices(scenario: Scenario, law: Law) -> bool:
    try:
        return bool(differences(scenario, law))
    except (ScenarioError, LawError):
        return True


@pytest.mark.parametrize("key", LAW.keys())
def test_another_value_of_any_constant_fails_a_scenario(key: str) -> None:
    law = LAW.changed(key, other(LAW[key].value))
    assert any(notices(scenario, law) for scenario in SCENARIOS), f"No scenario depends on {key}."
