"""Every scenario file is asked of the rules; and every constant of the law matters to at least one of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bluelamp.custody.scenarios import Scenario, ScenarioError, day_of, differences, instant_of, read
from bluelamp.deadlines.law import Law, LawError, load

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.toml"))
LAW = load(HERE.parents[2] / "bluelamp" / "custody" / "law.toml")
SCENARIOS = [read(path) for path in FILES]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.name)
def test_the_rules_answer_as_worked_by_hand(scenario: Scenario) -> None:
    assert differences(scenario, LAW) == []


def test_there_are_enough_of_them() -> None:
    assert len(SCENARIOS) >= 120


def other(value: Any) -> Any:
    """A value that is not this one, of the same kind."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return value[1:] if isinstance(value[0], str) else [each + 1 for each in value]
    ranks = {"sergeant": "inspector", "inspector": "superintendent", "superintendent": "chief_superintendent"}
    return ranks.get(value, f"{value} And more.")


def notices(scenario: Scenario, law: Law) -> bool:
    try:
        return bool(differences(scenario, law))
    except (ScenarioError, LawError):
        return True


@pytest.mark.parametrize("key", LAW.keys())
def test_another_value_of_any_constant_fails_a_scenario(key: str) -> None:
    law = LAW.changed(key, other(LAW[key].value))
    assert any(notices(scenario, law) for scenario in SCENARIOS), f"No scenario depends on {key}."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("story = 1", "bad.toml: there is no source"),
        ("story = ", "bad.toml: Invalid value"),
        ('story="s"\nsource="x"\ncounting="c"\nask=[{rule="a.b"}]', "a question has rule, expect"),
    ],
)
def test_a_file_that_is_no_scenario_is_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match=words):
        read(tmp_path / "bad.toml")


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        ("detention_clock.limits", {}, "No rule is called"),
        ("os.system", {}, "No rule is called"),
        ("detention_clock._limit", {}, "is not a rule"),
        ("visits.next_visit", {"level": 1, "last_visit_at": "25:00"}, "is not a time"),
        ("visits.next_visit", {"level": 1, "last_visit_at": "09:00 Mon 20 Nov 2026"}, "is a Fri"),
        ("visits.next_visit", {"level": "1", "last_visit_at": "09:00 20 Nov 2026"}, "is not int"),
        ("slots.free_cells", {"suite": {"cell": 1}}, "Suite has no cell"),
    ],
)
def test_a_slip_in_a_scenario_is_named(tmp_path: Path, rule: str, facts: dict[str, Any], words: str) -> None:
    lines = [f"{name} = {_toml(value)}" for name, value in facts.items()]
    head = 'story="s"\nsource="x"\ncounting="c"\n'
    asked = f'[[ask]]\nrule = "{rule}"\nexpect = "none"\n'
    (tmp_path / "slip.toml").write_text(head + "[facts]\n" + "\n".join(lines) + "\n" + asked, encoding="utf-8")
    with pytest.raises(ScenarioError, match=words):
        differences(read(tmp_path / "slip.toml"), LAW)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(each)}" for name, each in value.items()) + "}"
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_times_in_words() -> None:
    assert instant_of("24:00 Tue 24 Nov 2026") == instant_of("00:00 Wed 25 Nov 2026")
    assert (instant_of("01:30 GMT 25 Oct 2026") - instant_of("01:30 BST 25 Oct 2026")).total_seconds() == 3600
    assert day_of("29 Feb 2028") == date(2028, 2, 29)
    with pytest.raises(ValueError, match="BST did not hold"):
        instant_of("12:00 BST 20 Nov 2026")
