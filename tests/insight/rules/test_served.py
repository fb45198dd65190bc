"""Who is served how well: rows that add up, and no row from which a few people could be told."""

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.insight.rules.served import BROKEN, KEPT, LATE, OTHERS, TOO_FEW, WORKED_OUT, Settled, by_group, by_kind
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
