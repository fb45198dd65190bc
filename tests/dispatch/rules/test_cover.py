"""Who is left to each settlement."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.law import load
from bluelamp.dispatch.rules.cover import Standing, cover

LAW = load(Path(__file__).parents[3] / "bluelamp" / "dispatch" / "law.toml")
DAY = date(2026, 11, 20)


def test_free_now_or_within_half_an_hour() -> None:
    units = [
        Standing(call_sign="43", settlement="Bushey", free_in=0),
        Standing(call_sign="42", settlement="Bushey", free_in=30),
        Standing(call_sign="41", settlement="Bushey", free_in=31),
        Standing(call_sign="44", settlement="Radlett", free_in=None),
    ]
    bushey, radlett = cover(LAW, settlements=["Bushey", "Radlett"], units=units, on=DAY)
    assert bushey.call_signs == ("43", "42")
    assert (bushey.words, radlett.words) == ("Bushey 2", "Radlett none")


@given(
    st.lists(
        st.builds(
            Standing, call_sign=st.text(max_size=3), settlement=st.just("A"), free_in=st.none() | st.integers(0, 99)
        )
    )
)
def test_never_more_than_there_are(units: list[Standing]) -> None:
    (found,) = cover(LAW, settlements=["A"], units=units, on=DAY)
    assert len(found.call_signs) == sum(u.free_in is not None and u.free_in <= 30 for u in units)
