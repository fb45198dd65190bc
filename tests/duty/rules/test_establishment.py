"""A borough's officers as data: 160 in Hertsmere and the specials beside them; faults name file and line."""

import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from bluelamp.duty.rules.cover_file import read_cover
from bluelamp.duty.rules.establishment import OfficerFacts, read_officers
from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.toml_lines import BoroughError

HERTSMERE = Path(__file__).resolve().parents[3] / "boroughs" / "hertsmere"
TODAY = date(2026, 11, 25)
TEAMS = {team.key: team for team in read_borough(HERTSMERE).teams}
COVER = read_cover(HERTSMERE / "cover.toml", teams=tuple(TEAMS))


def read(file: Path = HERTSMERE / "officers.csv") -> tuple[OfficerFacts, ...]:
    return read_officers(file, cover=COVER, teams=TEAMS, on=TODAY)


def test_every_team_of_the_borough_is_as_strong_as_it_says() -> None:
    officers = read()
    strengths = Counter(one.team for one in officers)
    assert strengths == {key: team.strength for key, team in TEAMS.items() if team.of_the_borough or key == "specials"}
    assert sum(not one.is_special for one in officers) == 160


def test_a_special_holds_no_rank_and_has_a_patrol_status() -> None:
    specials = [one for one in read() if one.is_special]
    assert {one.rank for one in specials} == {""}
    assert {one.patrol for one in specials} == {"training", "accompanied", "directed", "independent"}


def test_a_skill_runs_out_so_many_days_after_loading_or_on_a_date(tmp_path: Path) -> None:
    one = spoiled(tmp_path, "taser+150;domestic_abuse+520;custody+450", "taser+150;domestic_abuse@2027-03-31;search")
    lasting = next(officer for officer in read(one) if "search" in officer.skills and officer.collar == "2541")
    assert lasting.skills == {"taser": TODAY + timedelta(150), "domestic_abuse": date(2027, 3, 31), "search": None}


def test_who_acts_as_sergeant_is_held_to_be_one_for_cover() -> None:
    acting = [one for one in read() if one.acting == "sergeant"]
    assert acting
    assert all("sergeant" in one.held and one.rank == "constable" for one in acting)


FIRST = "2729,A. Eastwick,sergeant,response-a,,six-on-four-off,0,100"
FAULTS = [
    (FIRST, FIRST.replace("2729", ""), "“collar” is empty"),
    (FIRST, FIRST.replace("2729", "2996"), "already an officer with the collar number 2996"),
    (FIRST, FIRST.replace("sergeant", "serjeant"), "“rank” is 'serjeant'; it may be constable, sergeant"),
    (FIRST, FIRST.replace("response-a", "response-z"), "“team” is 'response-z'"),
    (FIRST, FIRST.replace("response-a", "dispatch"), "No unit of cover.toml has the team 'dispatch'"),
    (FIRST, FIRST.replace("six-on", "seven-on"), "“pattern” is 'seven-on-four-off'"),
    (FIRST, FIRST.replace(",0,100", ",10,100"), "“turn” is '10'; it must be a whole number from 0 to 9"),
    (FIRST, FIRST.replace(",0,100", ",0,101"), "“share” is '101'; it must be a whole number from 1 to 100"),
    ("taser+330", "taser+soon", "“skills” has 'taser+soon'"),
    ("taser+330", "taser@2027-02-30", "“skills” has the day '2027-02-30', which is no day"),
    ("taser+330", "response_driver+3", "each skill once"),
    ("no nights", "no lates", "“restricted” is 'no lates'"),
    (FIRST, FIRST + ",,,,,,", "Expected 11 fields, found"),
    ("collar,name", "number,name", "The first line must be collar,name"),
]


def spoiled(folder: Path, old: str, new: str) -> Path:
    file = Path(shutil.copy(HERTSMERE / "officers.csv", folder))
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


@pytest.mark.parametrize(("old", "new", "words"), FAULTS)
def test_a_fault_names_file_and_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(BoroughError) as wrong:
        read(spoiled(tmp_path, old, new))
    assert words in wrong.value.words
    assert f"officers.csv, line {wrong.value.line}" in str(wrong.value)


def test_text_that_is_not_utf_8_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "officers.csv"
    with pytest.raises(BoroughError, match="missing"):
        read(file)
    file.write_bytes("collar,näme".encode("latin-1"))
    with pytest.raises(BoroughError, match="not UTF-8"):
        read(file)
