"""`bluelamp scenario`: pass, the difference, a file that is none."""

from pathlib import Path

import pytest

from bluelamp.site.commands.scenario import main

CASES = Path(__file__).parents[1] / "custody" / "rules" / "cases"
FIRST = CASES / "w01_ordinary_adult.toml"


def test_a_scenario_worked_right_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FIRST)]) == 0
    assert "pass     w01_ordinary_adult" in capsys.readouterr().out


def test_every_scenario_of_a_folder_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{len(list(CASES.glob('*.toml')))} passed, 0 differ"


def test_one_worked_wrong_is_told_with_both_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = FIRST.read_text(encoding="utf-8")
    assert "22:50 Sat 21 Nov 2026" in text
    (tmp_path / "wrong.toml").write_text(
        text.replace("22:50 Sat 21 Nov 2026", "22:51 Sat 21 Nov 2026"), encoding="utf-8"
    )
    assert main([str(tmp_path / "wrong.toml"), str(FIRST)]) == 1
    said = capsys.readouterr().out
    assert "differs  wrong: detention_clock.limit: expected" in said
    assert said.splitlines()[-1] == "1 passed, 1 differ"


@pytest.mark.parametrize("name", ["missing.toml", "broken.toml"])
def test_a_file_that_is_no_scenario_is_named(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.toml").write_text("story = ", encoding="utf-8")
    assert main([str(tmp_path / name)]) == 1
    assert f"differs  {name}:" in capsys.readouterr().out


def test_a_folder_without_any_does_not_pass(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
