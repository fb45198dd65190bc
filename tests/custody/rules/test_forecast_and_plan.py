"""What must always hold of the forecast and of the plan for cells that close."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bluelamp.custody.rules.choosing_a_cell import Cell, Occupant, Person, may_hold
from bluelamp.custody.rules.forecast import Change, Coming, Forecast, Held, Suite, forecast
from bluelamp.custody.rules.replanning import Mover, plan
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "custody" / "law.toml")
AT = datetime(2026, 11, 20, 12, 38, tzinfo=UTC)
HATFIELD = Suite(name="Hatfield", cells=30, closed=2)
minutes = st.integers(0, 24 * 60)
held = st.builds(
    lambda ago, charged: Held(
        suite="Hatfield",
        arrived_at=AT - timedelta(minutes=ago),
        leaves_by=None if charged else AT + timedelta(minutes=1440 - ago),
        charged=charged,
    ),
    minutes,
    st.booleans(),
)
coming = st.builds(lambda ahead: Coming(suite="Hatfield", eta=AT + timedelta(minutes=ahead)), st.integers(0, 90))
people = st.lists(held, max_size=12)
on_the_way = st.lists(coming, max_size=5)


def told(inside: list[Held], way: list[Coming], *changes: Change) -> Forecast:
    return forecast(suites=[HATFIELD], held=inside, coming=way, changes=changes, law=LAW, at=AT)[0]


@given(people, on_the_way, held)
def test_one_more_inside_never_leaves_more_free(inside: list[Held], way: list[Coming], more: Held) -> None:
    before, after = told(inside, way), told([*inside, more], way)
    assert all(one.held >= other.held for one, other in zip(after.hours, before.hours, strict=True))


@given(people, on_the_way, coming)
def test_one_more_on_the_way_never_leaves_more_free(inside: list[Held], way: list[Coming], more: Coming) -> None:
    before, after = told(inside, way), told(inside, [*way, more])
    slack = (
        50  # the usual arrival it stands for comes in mid-stretch: half an hour later, a twentieth likelier still in
    )
    assert all(one.held >= other.held - slack for one, other in zip(after.hours, before.hours, strict=True))


@given(people, on_the_way, st.integers(1, 40), minutes)
def test_closing_never_opens_and_nothing_is_over_what_there_is(
    inside: list[Held], way: list[Coming], cells: int, ahead: int
) -> None:
    shut = Change(suite="Hatfield", cells=cells, at=AT + timedelta(minutes=ahead))
    before, after = told(inside, way), told(inside, way, shut)
    for one, other in zip(after.hours, before.hours, strict=True):
        assert 0 <= one.open_cells <= other.open_cells <= HATFIELD.cells
        assert one.free <= other.free
        assert one.free_at_worst <= one.free


@given(people, on_the_way)
def test_the_words_say_full_where_an_hour_is(inside: list[Held], way: list[Coming]) -> None:
    found = told(inside, way)
    assert ("full" in found.words) == any(each.state != "room" for each in found.hours)
    assert len(found.hours) == 12
    assert [each.at.minute for each in found.hours] == [0] * 12


person = st.builds(
    Person,
    child=st.booleans(),
    woman=st.booleans(),
    level=st.integers(1, 4),
    intoxicated=st.booleans(),
    apart_from=st.frozensets(st.sampled_from(["P0", "P1", "P2", "P3"]), max_size=2),
)
cell = st.builds(
    Cell, name=st.just(""), watched=st.booleans(), women=st.booleans(), secure_room=st.booleans(), closed=st.booleans()
)


def row(cells: list[Cell]) -> list[Cell]:
    names = [f"C{n}" for n in range(len(cells))]
    return [
        replace(each, name=names[n], next_to=tuple(names[m] for m in (n - 1, n + 1) if 0 <= m < len(names)))
        for n, each in enumerate(cells)
    ]


@settings(max_examples=60)
@given(st.lists(person, max_size=6), st.lists(cell, max_size=8), st.booleans())
def test_a_plan_keeps_every_hard_rule_and_puts_one_to_a_cell(
    movers: list[Person], cells: list[Cell], set_aside: bool
) -> None:
    who = {f"P{n}": each for n, each in enumerate(movers)}
    open_cells = row(cells)
    moves = plan(
        movers=[Mover(name=name, out_of="X", person=each) for name, each in who.items()],
        cells=open_cells,
        law=LAW,
        on=AT.date(),
        set_aside=set_aside,
    )
    placed = {move.to: move.name for move in moves if move.to}
    assert len(placed) == sum(move.to is not None for move in moves)
    for move in moves:
        found = next((each for each in open_cells if each.name == move.to), None)
        if found is None:
            assert move.because
            continue
        beside = tuple(
            Occupant(name=placed[each], child=who[placed[each]].child) for each in found.next_to if each in placed
        )
        there = replace(found, beside=tuple(each for each in beside if each.name != move.name))
        assert may_hold(person=who[move.name], cell=there, law=LAW, on=AT.date()).allowed
        assert set_aside or not move.against
