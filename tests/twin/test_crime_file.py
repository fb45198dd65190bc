"""Bad files: one clear error naming file, line and column, and nothing half read."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from bluelamp.twin.crime_file import CRIMES, CrimeFileError, read_crimes, read_outcomes

HEAD = ",".join(CRIMES)
GOOD = "ab1,2021-06,Force,Force,-0.27,51.65,On or near Elm Row,E01023530,Hertsmere 001A,Burglary,Under investigation,"
ASB = ",2021-06,Force,Force,-0.27,51.65,On or near Elm Row,E01023530,Hertsmere 001A,Anti-social behaviour,,"
AREAS = {"E01023530"}


def written(tmp_path: Path, *rows: str, name: str = "street.csv", head: str = HEAD) -> Path:
    path = tmp_path / name
    text = "\n".join([head, *rows]) + "\n"
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["street.csv", "street.csv.gz"])
def test_reads_both_forms_and_counts_what_lies_elsewhere(tmp_path: Path, name: str) -> None:
    elsewhere, nowhere = GOOD.replace("E01023530", "E01031338"), GOOD.replace("-0.27,51.65", ",")
    found = read_crimes(written(tmp_path, GOOD, elsewhere, nowhere, name=name), areas=AREAS)
    assert [record.category for record in found.records] == ["Burglary"]
    assert found.skipped == 2


def test_equal_rows_without_an_id_are_all_genuine(tmp_path: Path) -> None:
    assert len(read_crimes(written(tmp_path, ASB, ASB, ASB), areas=AREAS).records) == 3


BAD_ROWS = {
    "month": (GOOD.replace("2021-06", "2021-13"), "line 3, column Month"),
    "longitude in words": (GOOD.replace("-0.27", "west"), "line 3, column Longitude"),
    "latitude off the earth": (GOOD.replace("51.65", "151.65"), "line 3, column Latitude"),
    "no type": (GOOD.replace("Burglary", ""), "line 3, column Crime type"),
    "too short": (GOOD.rsplit(",", 3)[0], "line 3, column Crime type"),
    "too long": (GOOD + ",more", "line 3, column Context"),
    "not a number": (GOOD.replace("51.65", "nan"), "line 3, column Latitude"),
}


@pytest.mark.parametrize(("row", "where"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_is_named(tmp_path: Path, row: str, where: str) -> None:
    with pytest.raises(CrimeFileError) as caught:
        read_crimes(written(tmp_path, GOOD, row), areas=AREAS)
    assert str(caught.value).startswith(f"street.csv, {where}: ")


def truncated(tmp_path: Path) -> Path:
    path = written(tmp_path, *[GOOD.replace("ab1", f"{n:064x}") for n in range(500)], name="street.csv.gz")
    path.write_bytes(path.read_bytes()[:-200])
    return path


def not_compressed(tmp_path: Path) -> Path:
    path = tmp_path / "street.csv.gz"
    path.write_text(HEAD)
    return path


def latin(tmp_path: Path) -> Path:
    path = tmp_path / "street.csv"
    path.write_bytes(f"{HEAD}\n{GOOD}\n".encode() + GOOD.replace("Elm", "Élm").encode("latin-1"))
    return path


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "none.csv", "none.csv: It cannot be read"),
    "a folder": (lambda folder: folder, "cannot be read"),
    "truncated": (truncated, "not whole"),
    "not compressed": (not_compressed, "not compressed"),
    "another encoding": (latin, "street.csv, line 3, column Location: It is not written in UTF-8"),
    "empty": (lambda folder: written(folder, head=""), "line 1, column Crime ID"),
    "another heading": (
        lambda folder: written(folder, GOOD, head=HEAD.replace("Month", "Date")), "line 1, column Month"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "words"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named(tmp_path: Path, make: Callable[[Path], Path], words: str) -> None:
    with pytest.raises(CrimeFileError, match=words):
        read_crimes(make(tmp_path), areas=AREAS)


def test_damage_in_the_compressed_part_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, *[GOOD.replace("ab1", f"{n:064x}") for n in range(500)], name="street.csv.gz")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(CrimeFileError, match=r"street\.csv\.gz"):
        read_crimes(path, areas=AREAS)


def test_a_file_of_crimes_is_not_one_of_outcomes(tmp_path: Path) -> None:
    with pytest.raises(CrimeFileError, match="line 1, column Outcome type"):
        read_outcomes(written(tmp_path, GOOD))


def test_the_published_month_is_read_whole() -> None:
    path = Path(__file__).resolve().parents[3] / "shared/data/crime/2021-06-hertfordshire-street.csv.gz"
    if not path.exists():
        pytest.skip("the published file is not on this machine")
    from bluelamp.places.geography import geography

    found = read_crimes(path, areas=geography().areas)
    assert (len(found.records), found.skipped) == (937, 8202)
