"""Drive times are kept whole, made anew where anything they depend on differs, and never read from a broken file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from bluelamp.places.folder import SHIPPED
from bluelamp.places.graph import drive_times
from bluelamp.places.kept_drive_times import KEPT, kept
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.drive_times import DriveTimes


class Made:
    """Stands where drive times are worked out, and counts."""

    def __init__(self) -> None:
        self.times = 0
        self.found = drive_times()

    def __call__(self) -> DriveTimes:
        self.times += 1
        return self.found


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    drive_times()  # worked out, and kept where the tests keep things, before anything is kept here
    settings.HOME = tmp_path / "home"
    return tmp_path


def ask(made: Made, borough: Path = SHIPPED, roads: Path | None = None) -> DriveTimes:
    return kept(made, borough=borough, roads=roads, law=law_of("places"))


def test_what_is_read_is_what_was_made(home: Path) -> None:
    made = Made()
    assert ask(made) == made.found
    assert ask(made) == made.found
    assert made.times == 1


def test_another_borough_or_road_is_another_file(home: Path) -> None:
    made, other, roads = Made(), home / "other", home / "roads.npz"
    copytree(SHIPPED, other)
    roads.write_bytes(b"roads")
    ask(made)
    ask(made, roads=roads)
    roads.write_bytes(b"other roads")
    ask(made, roads=roads)
    assert made.times == 3
    (other / "roads.toml").write_text((other / "roads.toml").read_text() + "\n")
    ask(made, borough=other)
    assert made.times == 4
    for n in range(KEPT):
        roads.write_bytes(b"%d" % n)
        ask(made, roads=roads)
    assert len(list((home / "home" / "places").iterdir())) == KEPT


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 cut off", b"not an archive"])
def test_a_broken_file_is_made_anew(home: Path, broken: bytes) -> None:
    made = Made()
    ask(made)
    (path,) = (home / "home" / "places").iterdir()
    path.write_bytes(broken)
    assert ask(made) == made.found
    assert made.times == 2
    assert ask(Made()) == made.found


def test_a_file_cut_off_in_the_middle_is_made_anew(home: Path) -> None:
    made = Made()
    ask(made)
    (path,) = (home / "home" / "places").iterdir()
    path.write_bytes(path.read_bytes()[:-200_000])
    assert ask(made) == made.found
    assert made.times == 2


def test_where_nothing_can_be_kept_they_are_worked_out_each_time(home: Path) -> None:
    (home / "home").write_text("a file where the folder should be")
    made = Made()
    assert ask(made) == ask(made) == made.found
    assert made.times == 2


def test_two_threads_may_make_them_at_once(home: Path) -> None:
    made = Made()
    with ThreadPoolExecutor(4) as pool:
        assert all(one == made.found for one in pool.map(lambda _: ask(made), range(4)))
    (kept_file,) = (home / "home" / "places").iterdir()
    assert kept_file.name.endswith(".drives.npz")
    assert ask(Made()) == made.found
