"""Whom to send, in words, with the refused ones and why (S3, X5). The evening is the board's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.law import load
from bluelamp.dispatch.rules.choosing_a_unit import Choice, Job, Member, PatrolStatus, Unit, choose, may_go
from bluelamp.dispatch.rules.unit_status import Status

LAW = load(Path(__file__).parents[3] / "bluelamp" / "dispatch" / "law.toml")
DAY = date(2026, 11, 20)
DOMESTIC = Job(number="214", immediate=True, domestic=True)
LOWE = Member(name="Lowe", response_driver=True, skills=frozenset({"domestic_abuse"}))
IQBAL = Member(name="Iqbal")
U43 = Unit(call_sign="43", status=Status.FREE, minutes=4, settlement="Bushey", crew=(LOWE, IQBAL))
U42 = Unit(
    call_sign="42",
    status=Status.EN_ROUTE,
    minutes=None,
    settlement="Bushey",
    crew=(Member(name="Kerr"), Member(name="Whitlow")),
    free_in=20,
    job="204",
)
U45 = Unit(
    call_sign="45",
    status=Status.EN_ROUTE,
    minutes=7,
    settlement="Shenley",
    crew=(Member(name="Brade", response_driver=True), Member(name="Osei")),
    free_in=25,
    job="198",
    job_late_by=12,
)
U49 = Unit(call_sign="49", status=Status.FREE, minutes=11, settlement="Shenley", crew=(Member(name="Tansley"),))


def chosen(job: Job, *units: Unit) -> dict[str, Choice]:
    return {choice.unit.call_sign: choice for choice in choose(LAW, job=job, units=units, on=DAY)}


def test_the_board_evening() -> None:
    found = chosen(DOMESTIC, U49, U45, U42, U43)
    assert [(c.unit.call_sign, c.rank) for c in found.values()] == [("43", 1), ("45", 2), ("49", None), ("42", None)]
    assert found["43"].words == "Response driver, DA trained, both free. Leaves Bushey covered by 42."
    assert found["45"].words == (
        "Response driver, not DA trained. Would leave 198 waiting: late by 12 min. Leaves Shenley covered by 49."
    )
    assert found["49"].words == "Not alone: single crew to a domestic. May join another unit as second."
    assert found["42"].words == "Position not known: ask where it is."


def test_a_skill_can_outweigh_minutes() -> None:
    nearer = replace(U43, call_sign="44", minutes=2, crew=(replace(LOWE, skills=frozenset()), IQBAL))
    assert chosen(DOMESTIC, nearer, U43)["43"].rank == 1
    assert chosen(Job(number="1"), nearer, U43)["44"].rank == 1


def test_leaving_a_settlement_with_nobody_is_said_and_weighed() -> None:
    found = chosen(Job(number="1"), U43)
    assert found["43"].words.endswith("Leaves Bushey with nobody.")


def special(status: PatrolStatus) -> Unit:
    vane = Member(name="Vane", patrol=status, skills=frozenset({"officer_safety", "first_aid"}))
    return Unit(call_sign="S1", status=Status.FREE, minutes=3, settlement="Radlett", crew=(vane,))


@pytest.mark.parametrize(
    ("status", "supervised", "may"),
    [
        (PatrolStatus.IN_TRAINING, True, False),
        (PatrolStatus.ACCOMPANIED, False, False),
        (PatrolStatus.ACCOMPANIED, True, False),
        (PatrolStatus.DIRECTED, False, False),
        (PatrolStatus.DIRECTED, True, True),
        (PatrolStatus.INDEPENDENT, False, True),
        (PatrolStatus.REGULAR, False, True),
    ],
)
def test_a_special_alone(status: PatrolStatus, supervised: bool, may: bool) -> None:
    assert may_go(job=Job(number="1", supervised=supervised), unit=special(status)).allowed is may


@pytest.mark.parametrize("lapsed", ["officer_safety", "first_aid"])
def test_a_special_whose_training_ran_out_goes_nowhere_even_beside_an_officer(lapsed: str) -> None:
    """The skills of a member are those in date on the day. Of a regular officer the force answers for itself."""
    unit = special(PatrolStatus.INDEPENDENT)
    (vane,) = unit.crew
    crew = (replace(vane, skills=vane.skills - {lapsed}), IQBAL)
    verdict = may_go(job=Job(number="1"), unit=replace(unit, crew=crew))
    assert (verdict.allowed, "Vane: officer safety or first aid" in verdict.words) == (False, True)
    assert may_go(job=Job(number="1"), unit=replace(unit, crew=(IQBAL,))).allowed


def test_an_accompanied_special_goes_with_an_experienced_officer_and_never_with_another_accompanied() -> None:
    alone = special(PatrolStatus.ACCOMPANIED)
    assert may_go(job=Job(number="1"), unit=replace(alone, crew=(*alone.crew, IQBAL))).allowed
    verdict = may_go(job=Job(number="1"), unit=replace(alone, crew=alone.crew * 2))
    assert verdict.words == "Vane may patrol only with an experienced officer."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"off_the_ground": "meal, back 21:55"}, "Not available: meal, back 21:55."),
        ({"status": Status.AT_SCENE, "job": "209"}, "In another place: at scene 209."),
        ({"status": Status.CUSTODY_JOURNEY}, "In another place: on a custody journey."),
        ({"status": Status.ASSIGNED, "job": "214"}, "Already assigned to this incident."),
        (
            {"status": Status.EN_ROUTE, "job": "209", "job_above": True},
            "Travelling to 209, which is as urgent or more.",
        ),
        ({"in_borough": False}, "Out of the borough."),
        ({"minutes": None}, "Position not known: ask where it is."),
        ({"crew": ()}, "No officer in the crew."),
        ({"crew": (Member(name="Teal", officer=False),)}, "No officer in the crew."),
        ({"status": Status.OFF_DUTY}, "In another place: off duty."),
    ],
)
def test_refused_with_the_reason(changed: dict[str, object], words: str) -> None:
    assert may_go(job=DOMESTIC, unit=replace(U43, **changed)).words == words


def test_a_pcso_is_no_second_officer_to_a_domestic() -> None:
    crew = (LOWE, Member(name="Finch", officer=False))
    assert not may_go(job=DOMESTIC, unit=replace(U43, crew=crew)).allowed


units = st.lists(
    st.builds(
        Unit,
        call_sign=st.text("ABCDEFG123", min_size=1, max_size=4),
        status=st.sampled_from(Status),
        minutes=st.none() | st.floats(0, 90),
        settlement=st.sampled_from(["", "Bushey", "Radlett"]),
        crew=st.lists(
            st.builds(Member, name=st.just("X"), officer=st.booleans(), patrol=st.sampled_from(PatrolStatus)),
            max_size=3,
        ).map(tuple),
        free_in=st.none() | st.integers(0, 90),
        job=st.sampled_from(["", "198", "214"]),
        job_late_by=st.integers(0, 60),
        off_the_ground=st.sampled_from(["", "meal"]),
    ),
    unique_by=lambda unit: unit.call_sign,
    max_size=6,
)


@given(found=units)
def test_every_unit_is_shown_once_ranked_or_refused_and_always_in_words(found: list[Unit]) -> None:
    choices = choose(LAW, job=DOMESTIC, units=found, on=DAY)
    assert sorted(c.unit.call_sign for c in choices) == sorted(u.call_sign for u in found)
    ranks = [c.rank for c in choices if c.rank]
    assert ranks == list(range(1, len(ranks) + 1))
    assert all(c.words for c in choices)
    assert all((c.rank is None) is not c.verdict.allowed for c in choices)
