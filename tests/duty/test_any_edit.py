"""Whatever is edited or swapped, nothing that was accepted breaks a hard rule: said by the planner's own rules, and of
swaps by the checker, which shares nothing with what accepted them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluelamp.duty.actions.planning import change_duty
from bluelamp.duty.actions.publishing import publish
from bluelamp.duty.actions.swapping import agree_swap, offer_swap
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.gaps import checked
from bluelamp.duty.members import members
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.published import as_duty, line_of
from bluelamp.duty.rules.rostering import breaches
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, Littleford

ONE_WORLD = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 27), st.sampled_from(["", "E", "L", "N"])), max_size=3)
PAIRS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=8)


class _Undo(Exception):
    """Ends one example: the next begins from the same roster."""


@contextmanager
def undone() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


def hard(roster: Roster) -> list[str]:
    """What the planner's rules find broken in anybody's line."""
    law, cover = law_of("duty"), cover_in_force()
    found = []
    for one in members(begins=roster.begins, ends=roster.ends, cover=cover):
        rows = roster.duties.filter(officer=one.officer.partition(":")[2])
        line = line_of(one, map(as_duty, rows), cover=cover, begins=roster.begins, ends=roster.ends)
        found += [each.words for each in breaches(line, law) if each.hard and each.at.date() >= roster.begins]
    return found


def edit(littleford: Littleford, roster: Roster, who: int, day: int, shift: str) -> None:
    people = sorted(set(PlannedDuty.objects.filter(roster=roster).values_list("officer_id", flat=True)))
    roster.refresh_from_db()
    try:
        with transaction.atomic():
            change_duty(
                roster=roster.pk, officer=people[who % len(people)], unit="response",
                day=MONDAY + day * DAY, shift=shift, on_call=False, version=roster.version, by=littleford.planner,
                at=NOW,
            )  # fmt: skip
    except Refused:
        pass


def test_no_edit_that_is_published_breaks_a_hard_rule(littleford: Littleford) -> None:
    roster = littleford.a_made_draft()
    seen = {True: 0, False: 0}

    @ONE_WORLD
    @given(EDITS)
    def holds(edits: list[tuple[int, int, str]]) -> None:
        with undone():
            for who, day, shift in edits:
                edit(littleford, roster, who, day, shift)
            roster.refresh_from_db()
            broken = hard(roster)
            try:
                publish(roster=roster.pk, version=roster.version, by=littleford.planner, at=NOW)
                accepted = True
            except Refused:
                accepted = False
            seen[accepted] += 1
            if accepted:
                assert broken == []
            else:
                assert broken or checked(roster).gaps

    holds()
    assert all(seen.values()), seen


def test_no_swap_that_is_made_breaks_a_hard_rule_or_leaves_a_gap(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    duties = list(roster.duties.filter(day__lt=MONDAY + 21 * DAY).select_related("officer").order_by("pk"))
    made = 0

    @ONE_WORLD
    @given(PAIRS)
    def holds(pairs: list[tuple[int, int]]) -> None:
        nonlocal made
        with undone():
            for gives, takes in pairs:
                made += swap(littleford, duties[gives % len(duties)], duties[takes % len(duties)])
            found = checked(roster)
            assert [one.words for one in found.broken if one.hard] == []
            assert found.gaps == ()

    holds()
    assert made


def swap(littleford: Littleford, own: PlannedDuty, other: PlannedDuty) -> int:
    """1 if it was offered and agreed to."""
    try:
        with transaction.atomic():
            giver, taker = (littleford.who(one.officer.collar_number) for one in (own, other))
            ref = offer_swap(gives=own.pk, takes=other.pk, by=giver, at=NOW)
            agree_swap(swap=int(ref.partition(":")[2]), by=taker, at=NOW)
    except Refused:
        return 0
    return 1
