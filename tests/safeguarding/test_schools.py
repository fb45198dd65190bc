"""The borough's schools are read with their calendars, and a wrong file is named."""

from datetime import date
from pathlib import Path

import pytest

from bluelamp.places.rules.toml_lines import BoroughError
from bluelamp.safeguarding.rules.school_notice import SchoolYear
from bluelamp.safeguarding.schools import read, schools, year_of_school

CALENDAR = '[[calendar]]\nkey = "a"\nterms = [[2026-09-01, 2026-12-18]]\n'


def test_those_shipped_have_a_lead_and_a_calendar() -> None:
    assert len(schools()) >= 3
    for school in schools().values():
        assert school.lead
        assert school.assumption
        assert school.year.why_shut(date(2026, 10, 27)) == "school closed"
        assert not school.year.why_shut(date(2026, 11, 23))
    assert year_of_school("nowhere") == SchoolYear()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[school]", "TOMLDecodeError"),
        ('[[school]]\nkey = "a"\n', "KeyError"),
        (CALENDAR + '[[school]]\nkey="s"\nname="S"\nlead="L"\ncalendar="b"\n', "KeyError"),
        (CALENDAR.replace("09-01", "12-31"), "ends before it begins"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "schools.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BoroughError, match=words):
        read(path)
