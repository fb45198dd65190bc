"""Every scenario file is asked of the rules of victims; and every constant of the law matters to at least one."""

from pathlib import Path
from typing import Any

import pytest

from bluelamp.custody.scenarios import Scenario, ScenarioError, differences, read
from bluelamp.deadlines.law import Law, LawError, load

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.toml"))
LAW = load(HERE.parents[2] / "bluelamp" / "victims" / "law.toml")
SCENARIOS = [read(path) for path in FILES]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.name)
def test_the_rules_answer_as_worked_by_hand(scenario: Scenario) -> None:
    assert scenario.domain == "victims"
    assert differences(scenario, LAW) == []


def test_there_are_enough_of_them() -> None:
    assert len(SCENARIOS) >= 40
    assert sum(len(each.questions) for each in SCENARIOS) >= 400


def notices(scenario: Scenario, law: Law) -> bool:
    try:
        return bool(differences(scenario, law))
    except (ScenarioError, LawError):
        return True


@pytest.mark.parametrize("key", LAW.keys())
def test_another_value_of_any_constant_fails_a_scenario(key: str) -> None:
    value: Any = LAW[key].value
    law = LAW.changed(key, value + 1)
    assert any(notices(scenario, law) for scenario in SCENARIOS), f"No scenario depends on {key}."
