"""`bluelamp roster`: what is solved is checked, a breach ends with 1, a file that is none with 2 and words."""

import json
from itertools import product
from pathlib import Path

import pytest

from bluelamp.duty.rules.public_check import check
from bluelamp.duty.rules.public_problem import read
from bluelamp.site.commands.roster import check_roster, solve_roster
from tests.duty.small_problem import WEEK

ROSTER = {"A": ["E", "E", "L", "", "", "", ""], "B": ["", "", "", "E", "E", "", ""],
          "C": ["L", "", "L", "", "L", "", ""]}  # fmt: skip


@pytest.fixture
def week(tmp_path: Path) -> Path:
    file = tmp_path / "week.txt"
    file.write_text(WEEK, encoding="utf-8")
    return file


def written(folder: Path, said: object) -> str:
    file = folder / "roster.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return str(file)


def test_what_is_solved_is_one_object_and_is_checked_again(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert solve_roster(["--format", "curtois", str(week), "--seconds", "20", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["cost"], said["hard_violations"]) == (2, 0)
    assert said["lower_bound"] <= 2
    assert said["seconds"] > 0
    for roster in (said, said["roster"]):
        assert check_roster(["--format", "curtois", str(week), written(week.parent, roster)]) == 0
        assert capsys.readouterr().out == "cost 2, 0 hard violations\n"


def test_nothing_costs_less_than_what_is_solved() -> None:
    """Every pattern of every person is tried. What a roster of this week costs is decided on its first two days, so of
    the patterns that begin alike one is enough."""
    problem = read(WEEK, name="week.txt")
    rest = [""] * problem.days
    may: list[list[list[str]]] = []
    for person in problem.staff:
        alone = ({one.id: rest for one in problem.staff} | {person.id: list(days)} for days in
                 product(["", "E", "L"], repeat=problem.days))  # fmt: skip
        kept = [roster[person.id] for roster in alone if not _breaks(person.id, check(problem, roster).broken)]
        may.append(list({(days[0], days[1]): days for days in kept}.values()))
    rosters = (dict(zip([one.id for one in problem.staff], chosen, strict=True)) for chosen in product(*may))
    assert min(check(problem, roster).cost for roster in rosters) == 2


def _breaks(person: str, broken: tuple[str, ...]) -> bool:
    return any(words.startswith(f"{person} ") for words in broken)


def test_without_json_the_roster_is_a_table(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert solve_roster(["--format", "curtois", str(week), "--seconds", "20"]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0].startswith("A ")
    assert shown.out.endswith("cost 2, 0 hard violations\n")
    assert "cost 2  bound" in shown.err


def test_a_breach_is_said_and_ends_with_1(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = ROSTER | {"A": ["E", "E", "", "E", "", "", ""]}
    assert check_roster(["--format", "curtois", str(week), written(week.parent, broken)]) == 1
    assert "hard rule broken: A works E on day 3, a day off" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "words"),
    [("{", "roster.json, line 1: expected JSON"), (["A"], "expected an object"),
     ({"A": "EEL"}, "expected a list of shift IDs for A"), (ROSTER | {"D": [""] * 7}, "nobody called D")],
)  # fmt: skip
def test_a_roster_that_is_none_is_refused_in_words(
    week: Path, said: object, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_roster(["--format", "curtois", str(week), written(week.parent, said)]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"B": ["",', '"B": ["X",', "line 4: B, day 0: no shift is called 'X'; there are E, L, and \"\" for off."),
        ('"C":', '"D":', "line 5: The problem has nobody called D."),
        ('"C":', '"B":', "line 5: expected each name once, found 'B' again."),
        ('["E", "E", "L", "", "", "", ""]', '["E"]', "line 3: A: expected 7 days, found 1."),
        ('"L", "", ""]\n}}', '"L", ""]\n}}', "line 5: C: expected 7 days, found 6."),
        ('"roster": {', '"rosters": {', "line 2: The problem has nobody called rosters."),
    ],
)
def test_a_fault_names_file_line_and_what_was_expected(
    week: Path, old: str, new: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f'  "{person}": {json.dumps(days)}' for person, days in ROSTER.items()]
    text = '{\n"roster": {\n' + ",\n".join(lines) + "\n}}"
    assert old in text
    assert check_roster(["--format", "curtois", str(week), written(week.parent, text.replace(old, new, 1))]) == 2
    assert f"roster.json, {words}" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "words"), [(b"\xff\xfe", "expected text in UTF-8"), (b"SECTION_X\n", "line 1")])
def test_a_problem_that_is_none_is_refused_in_words(
    week: Path, content: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    week.write_bytes(content)
    assert solve_roster(["--format", "curtois", str(week), "--seconds", "1"]) == 2
    assert words in capsys.readouterr().err
    assert solve_roster(["--format", "curtois", str(week.parent / "none.txt"), "--seconds", "1"]) == 2
    assert "none.txt: No such file" in capsys.readouterr().err
