"""A borough's cover as data: Hertsmere's is read whole, and every fault names file, line and what was expected."""

import shutil
import tomllib
from pathlib import Path

import pytest

from bluelamp.duty.rules.cover_file import read_cover
from bluelamp.places.rules.toml_lines import BoroughError

HERTSMERE = Path(__file__).resolve().parents[3] / "boroughs" / "hertsmere"
TEAMS = tuple(one["key"] for one in tomllib.loads((HERTSMERE / "teams.toml").read_text("utf-8"))["team"])


def test_hertsmere() -> None:
    cover = read_cover(HERTSMERE / "cover.toml", teams=TEAMS)
    assert list(cover.units) == [
        "response", "neighbourhood", "investigation", "domestic-abuse", "roads", "custody", "support",
        "public-protection", "command", "specials",
    ]  # fmt: skip
    always = [key for key, unit in cover.units.items() if any(need.call and need.least for need in unit.needs)]
    assert always == [key for key in cover.units if key != "specials"], "somebody of each unit is on call at all times"
    assert [key for key, unit in cover.units.items() if unit.outside] == [
        "response", "neighbourhood", "roads", "custody", "support"
    ]  # fmt: skip
    assert cover.asks == {"custody": "custody"}
    led = [key for key, unit in cover.units.items() if any(need.skill == "sergeant" for need in unit.needs)]
    assert led == [
        "response", "neighbourhood", "investigation", "domestic-abuse", "roads", "custody", "public-protection"
    ], "the others have the duty inspector"  # fmt: skip
    assert all(set(unit.shifts) <= set(cover.shifts) for unit in cover.units.values())


FAULTS = [
    ('key = "L"', 'key = "E"', "already a shift with the key 'E'"),
    ('from = "07:00"\nto = "16:00"', 'from = "7:00"\nto = "16:00"', "“from” must be a time such as 07:00, not '7:00'"),
    ('from = "15:00"\nto = "24:00"', 'from = "15:00"\nto = "24:30"', "“to” must be a time such as 07:00, not '24:30'"),
    ('days = ["E", "E", "L"', 'days = ["E", "X", "L"', "“days” has 'X'; it may be E, L, N, C"),
    ('teams = ["roads"]', 'teams = ["rods"]', "“teams” has 'rods', which teams.toml does not hold"),
    ('shifts = ["E", "L", "N"]', 'shifts = ["E", "C"]', "“shifts” has 'C', which is no [[shift]] of duty"),
    ('helps = ["response", "neighbourhood"]', 'helps = ["respond"]', "“helps” has 'respond', which is no [[unit]]"),
    ("date = 2026-12-31", 'date = "New Year"', "“date” must be a day such as 2026-12-31, not 'New Year'"),
    ('unit = "response"', 'unit = "responce"', "“unit” is 'responce'; it may be"),
    ("least = 10\ndesired = 12", "least = 13\ndesired = 12", "the second not below the first; found 13, 12"),
    ("on_call = true", "on_cal = true", "“on_cal” is not known here"),
    ("outside = true", 'outside = "yes"', "“outside” must be true or false, not 'yes'"),
    ('asks = "custody"', "asks = true", "“asks” must be words in quotes, not True"),
    ("[[special_day]]", "[[specialday]]", "[[specialday]] is not known here"),
]


@pytest.mark.parametrize(("old", "new", "words"), FAULTS)
def test_a_fault_names_file_and_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    file = Path(shutil.copy(HERTSMERE / "cover.toml", tmp_path))
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BoroughError) as wrong:
        read_cover(file, teams=TEAMS)
    assert words in wrong.value.words
    assert (wrong.value.file.name, wrong.value.line > 1) == ("cover.toml", True)


@pytest.mark.parametrize(
    ("need", "words"),
    [
        ('{from = "07:00", least = 1}', "“to” must be a time"),
        ('{from = "07:00", to = "15:00", least = 1, skil = "taser"}', "A need holds days, from, to, least"),
        ('{from = "07:00", to = "15:00", least = -1}', "“least” and “desired” are whole numbers"),
        ('{days = ["monday"], from = "07:00", to = "15:00", least = 1}', "a list of mon, tue"),
        ('{from = "07:00", to = "15:00", least = 1, skill = 3}', "“skill” must be words"),
    ],
)
def test_a_need_that_says_nothing_clear_is_refused(tmp_path: Path, need: str, words: str) -> None:
    text = (HERTSMERE / "cover.toml").read_text("utf-8")
    file = tmp_path / "cover.toml"
    first = '{from = "07:00", to = "15:00", least = 8, desired = 10}'
    assert first in text
    file.write_text(text.replace(first, need), "utf-8")
    with pytest.raises(BoroughError, match="line ") as wrong:
        read_cover(file, teams=TEAMS)
    assert words in wrong.value.words
