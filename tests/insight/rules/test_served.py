"""Who is served how well: rows that add up, and no row from which a few people could be told."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.insight.rules.served import (
    BROKEN,
    KEPT,
    LATE,
    OTHERS,
    TOO_FEW,
    WORKED_OUT,
    Settled,
    by_both,
    by_group,
    by_kind,
)
from bluelamp.insight.rules.suppressing import SMALLEST


def promises(*groups: tuple[str, int]) -> tuple[list[Settled], dict[int, str]]:
    """So many people in each group, with one promise each, kept."""
    found, group = [], {}
    for name, people in groups:
        for _ in range(people):
            number = len(found) + 1
            found.append(Settled(victim=number, person=number, kind="told", how=KEPT))
            group[number] = name
    return found, group


def test_kinds_come_worst_first_with_their_parts() -> None:
    found = [Settled(victim=1, person=1, kind=kind, how=how) for kind, how in
             (("told", KEPT), ("told", LATE), ("told", BROKEN), ("referred", KEPT), ("referred", KEPT))]  # fmt: skip
    rows = by_kind(found, {"told": "Tell them"})
    assert [(row.name, row.kept, row.late, row.broken) for row in rows] == [
        ("Tell them", 1, 1, 1),
        ("referred", 2, 0, 0),
    ]
    assert rows[0].in_time.fraction == "1 of 3"


def test_a_group_of_four_is_hidden_and_with_it_the_next_smallest() -> None:
    """4 hidden of 30 in all: 30 less the 20 and the 6 that stand there would be 4."""
    rows = by_group(*promises(("A", 20), ("B", 6), ("C", 4)))
    assert [(row.name, row.hidden, row.kept) for row in rows] == [
        ("A", "", 20),
        ("B", WORKED_OUT, 0),
        ("C", TOO_FEW, 0),
    ]


def test_two_small_groups_hide_each_other() -> None:
    """4 and 3 hidden: 7 together tell of neither."""
    rows = by_group(*promises(("A", 20), ("B", 4), ("C", 3)))
    assert [(row.name, bool(row.hidden)) for row in rows] == [("A", False), ("B", True), ("C", True)]


def test_words_that_few_people_said_of_themselves_are_not_even_named() -> None:
    rows = by_group(*promises(("Not said", 20), ("Muslim", 6), ("Jain", 1)), own_words=True)
    assert [row.name for row in rows] == ["Not said", OTHERS]


def test_a_pair_is_hidden_with_what_would_give_it_away_along_either_side() -> None:
    """A need has 20 in one team and 3 in another: 23 stand in the table of needs, so neither may stand here."""
    found, first = promises(("Enhanced", 20), ("Enhanced ", 3), ("Standard", 9), ("Standard ", 9))
    second = {n: "North" if name in ("Enhanced", "Standard") else "South" for n, name in first.items()}
    first = {n: name.strip() for n, name in first.items()}
    rows = {row.name: (row.hidden, row.people) for row in by_both(found, first, second)}
    assert rows["Enhanced: South"] == (TOO_FEW, 0)
    assert rows["Enhanced: North"] == (WORKED_OUT, 0)
    assert rows["Standard: South"] == (WORKED_OUT, 0)
    assert rows["Standard: North"][0] in ("", WORKED_OUT)


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from("XYZ"), st.integers(1, 9)), min_size=1, max_size=6))
def test_no_side_of_the_pairs_leaves_fewer_than_five_to_be_worked_out(pairs: list[tuple[str, str, int]]) -> None:
    found, first, second, people = [], {}, {}, Counter()
    for need, team, size in pairs:
        people[need, team] += size
        for _ in range(size):
            number = len(found) + 1
            found.append(Settled(victim=number, person=number, kind="told", how=KEPT))
            first[number], second[number] = need, team
    hidden = {row.name for row in by_both(found, first, second) if row.hidden}
    for side in (0, 1):
        for name in {pair[side] for pair in people}:
            line = {f"{pair[0]}: {pair[1]}": count for pair, count in people.items() if pair[side] == name}
            left = sum(count for key, count in line.items() if key in hidden)
            assert left == 0 or left >= SMALLEST or set(line) <= hidden
    assert all(people[tuple(row.name.split(": "))] >= SMALLEST
               for row in by_both(found, first, second) if not row.hidden)  # fmt: skip


def test_one_person_who_is_a_victim_five_times_is_one_person() -> None:
    found = [Settled(victim=n, person=7, kind="told", how=KEPT) for n in range(1, 6)]
    (row,) = by_group(found, dict.fromkeys(range(1, 6), "A"))
    assert (row.hidden, row.kept) == (TOO_FEW, 0)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.booleans())
def test_what_is_hidden_is_none_or_at_least_five_people_unless_all_is(sizes: list[int], own_words: bool) -> None:
    """Whoever knows the total can take away what is shown: what is left is nobody, five or more, or everybody."""
    found, group = promises(*((f"group {n}", size) for n, size in enumerate(sizes)))
    rows = by_group(found, group, own_words=own_words)
    shown = sum(row.people for row in rows if not row.hidden)
    left = sum(sizes) - shown
    assert left == 0 or left >= SMALLEST or shown == 0
    assert all(row.people >= SMALLEST for row in rows if not row.hidden)
