"""A small public problem for the tests: a week, three people, two shifts; and random ones for brute force."""

import random

from bluelamp.duty.rules.public_problem import Cover, Problem, Shift, Staff, Wish

WEEK = """# A comment
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
A,E=7|L=7,2400,1440,4,2,2,1
B,E=7|L=1,2400,960,4,2,2,1
C,E=0|L=7,2400,0,4,1,1,0

SECTION_DAYS_OFF
A,3

SECTION_SHIFT_ON_REQUESTS
A,0,E,5

SECTION_SHIFT_OFF_REQUESTS
B,1,E,2

SECTION_COVER
0,E,1,100,1
0,L,1,100,1
1,E,2,100,1
"""


def person(luck: random.Random, days: int, kinds: tuple[str, ...], name: str = "A") -> Staff:
    """Somebody with random rules that leave some patterns."""
    longest = luck.randint(2, 4)
    return Staff(
        id=name,
        most={kind: luck.choice([0, 1, 2, days]) for kind in kinds},
        most_minutes=luck.randint(2, days) * 480,
        least_minutes=luck.randint(0, 2) * 480,
        longest_run=longest,
        shortest_run=luck.randint(1, min(longest, 2)),
        shortest_off=luck.randint(1, 3),
        most_weekends=luck.randint(0, 2),
        days_off=frozenset(luck.sample(range(days), luck.randint(0, 2))),
    )


def problem(seed: int, *, days: int = 8, people: int = 1) -> Problem:
    """A random problem, small enough to try every pattern."""
    luck = random.Random(seed)
    shifts = (
        Shift(id="E", minutes=480),
        Shift(id="L", minutes=480, not_before=frozenset({"E"})),
        Shift(id="N", minutes=luck.choice([480, 600]), not_before=frozenset({"E", "L"})),
    )
    kinds = tuple(one.id for one in shifts)
    staff = tuple(person(luck, days, kinds, f"P{n}") for n in range(people))

    def wishes() -> tuple[Wish, ...]:
        return tuple(
            Wish(staff=one.id, day=luck.randrange(days), shift=luck.choice(kinds), weight=luck.randint(1, 3))
            for one in staff
        )

    cover = tuple(
        Cover(day=day, shift=kind, wanted=luck.randint(0, 2), under=100, over=1)
        for day in range(days)
        for kind in kinds
    )
    return Problem(days=days, shifts=shifts, staff=staff, on=wishes(), off=wishes(), cover=cover)
