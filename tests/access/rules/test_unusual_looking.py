"""What stands out and what does not."""

from datetime import date

from bluelamp.access.rules.unusual_looking import Looked, unusual

DAY = date(2026, 11, 20)


def looked(officer: str, records: int) -> Looked:
    return Looked(officer=officer, day=DAY, records=records)


def test_far_more_than_usual_stands_out_with_what_is_usual() -> None:
    others = [looked(f"officer:{number}", 4) for number in range(2, 9)]
    found = unusual(looked=[looked("officer:1", 41), *others], opened=[])
    assert [(one.officer, one.when) for one in found] == [("officer:1", "2026-11-20")]
    assert found[0].words == "Was shown 41 records in a day; usual is 4."


def test_few_never_stand_out_and_a_busy_desk_is_its_own_measure() -> None:
    assert unusual(looked=[looked("officer:1", 19), looked("officer:2", 1)], opened=[]) == ()
    assert unusual(looked=[looked("officer:1", 60), looked("officer:2", 50), looked("officer:3", 55)], opened=[]) == ()


def test_opening_again_and_again_stands_out() -> None:
    found = unusual(looked=[], opened=["officer:1"] * 3 + ["officer:2"] * 2)
    assert [one.officer for one in found] == ["officer:1"]
    assert "3 restricted records" in found[0].words
