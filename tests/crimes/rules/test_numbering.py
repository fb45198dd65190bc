"""The crime number and the ways it is typed (I9)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.crimes.rules.numbering import CrimeNumber, following, read


@pytest.mark.parametrize(
    "text", ["41/123/26", "41/000123/26", "41/00123/26", "41/00123/2026", " 41-123-26 ", "41 123 26", "41.0123.26"]
)
def test_read_as_typed(text: str) -> None:
    assert read(text) == CrimeNumber(force="41", serial=123, year=2026)


@pytest.mark.parametrize("text", ["", "41", "41/123", "4/123/26", "41/0/26", "41/x/26", "٤١/١٢٣/٢٦", "41/12345678/26"])
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


def test_the_year_is_the_local_one() -> None:
    assert str(following(99999, at=datetime(2026, 12, 31, 23, 59, tzinfo=UTC))) == "41/100000/26"
    assert str(following(0, at=datetime(2027, 1, 1, 0, 0, tzinfo=UTC))) == "41/00001/27"


@given(serial=st.integers(1, 9_999_999), year=st.integers(2000, 2099), force=st.sampled_from(["41", "01", "43"]))
def test_a_number_reads_back_as_shown(serial: int, year: int, force: str) -> None:
    number = CrimeNumber(force=force, serial=serial, year=year)
    assert read(str(number)) == number
