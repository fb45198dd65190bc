"""A borough's folder: Hertsmere holds together, another borough is another folder, and faults name file and line."""

import shutil
from pathlib import Path

import pytest

from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.toml_lines import BoroughError

HERTSMERE = Path(__file__).resolve().parents[3] / "boroughs" / "hertsmere"
SMALL = Path(__file__).resolve().parents[1] / "cases" / "littleford"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HERTSMERE, tmp_path / "hertsmere")
    return tmp_path / "hertsmere"


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_hertsmere() -> None:
    borough = read_borough(HERTSMERE)
    assert (borough.cells, borough.officers) == (60, 160)
    assert [len(suite.cells) for suite in borough.suites] == [30, 30]
    home = borough.stations[0]
    assert (home.has_reception, home.has_cells, home.designated) == (False, False, False)
    assert all(team.assumption for team in borough.teams)
    assert all(suite.assumption for suite in borough.suites)


def test_another_borough_is_another_folder() -> None:
    borough = read_borough(SMALL)
    assert (borough.name, borough.cells, len(borough.teams)) == ("Littleford", 3, 1)


FAULTS = [
    ("stations.toml", "lat = 51.65925", 'lat = "north"', "must be a number"),
    ("stations.toml", "lat = 51.65925", "lat = 151.65925", "must lie between"),
    ("suites.toml", 'kind = "female"', 'kind = "ladies"', "it may be any, child, female, male"),
    ("suites.toml", 'numbers = "C1-C5"', 'numbers = "C5-C1"', "the last must follow the first"),
    ("suites.toml", 'numbers = "M16-M18"', 'numbers = "M15-M18"', "Cell M15 is there twice"),
    ("suites.toml", '"low_bench"]', '"low bench"]', "has 'low bench', which no rule knows"),
    ("suites.toml", 'station = "hatfield"', 'station = "borehamwood"', "no suite can be there"),
    ("teams.toml", "strength = 12", "strength = 13", "add up to 161"),
    ("teams.toml", 'key = "response-b"', 'key = "response-a"', "already a team"),
    ("contact_points.toml", 'channel = "HELP_POINT"', 'colour = "yellow"', "is not known here"),
    ("partners.toml", 'does = "Community safety', 'des = "Community safety', "is not known here"),
    ("borough.toml", 'name = "Hertsmere"', 'name = "Hertsmere', "not TOML"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), FAULTS)
def test_a_fault_names_file_and_line(folder: Path, file: str, old: str, new: str, words: str) -> None:
    spoil(folder / file, old, f"{new} # here")
    with pytest.raises(BoroughError, match=words) as fault:
        read_borough(folder)
    marked, mark = (folder / "borough.toml", "officers =") if "add up" in words else (folder / file, "# here")
    line = next(number for number, text in enumerate(marked.read_text("utf-8").splitlines(), 1) if mark in text)
    expected = (marked, line)
    assert (fault.value.file, fault.value.line) == expected
    assert str(fault.value).startswith(f"{marked}, line {line}: ")


def test_a_missing_file_and_a_wrong_encoding_are_named(folder: Path) -> None:
    (folder / "partners.toml").write_bytes(b"# caf\xc3\xa9\n# caf\xe9\n")
    with pytest.raises(BoroughError, match="line 2: The text is not UTF-8"):
        read_borough(folder)
    (folder / "partners.toml").unlink()
    with pytest.raises(BoroughError, match="file is missing"):
        read_borough(folder)


def test_a_folder_that_is_not_there() -> None:
    with pytest.raises(BoroughError, match="no such folder"):
        read_borough(HERTSMERE.parent / "nowhere")
