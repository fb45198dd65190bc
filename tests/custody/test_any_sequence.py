"""No sequence of permitted actions reaches a state that a rule forbids; a refusal writes nothing at all."""

import os

from django.db.models import QuerySet
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from bluelamp.custody.cells import is_child
from bluelamp.custody.clocks import limit_of, next_review_of
from bluelamp.custody.models import (
    Absence,
    CellStay,
    CustodyOf,
    Detention,
    Interview,
    PreRelease,
    Rest,
    Sample,
    Watch,
)
from bluelamp.custody.rules.disposals import NO_POWER_TO_KEEP, Disposal
from bluelamp.custody.rules.samples import Kind
from bluelamp.owed.models import Promise, State
from tests.custody.any_sequence import UNCHARGED, AnySequence
from tests.custody.evening import Evening

MANY = int(os.environ.get("BLUELAMP_SEQUENCES", "12"))
PHASES = tuple(Phase) if os.environ.get("BLUELAMP_SEQUENCES") else (Phase.explicit, Phase.generate)
"""Shrinking takes minutes: asked for by whoever looks for the shortest story."""
OWED_AFTERWARDS = {"custody.referral", "custody.copy"}
"""What is owed about a record that is closed: the referral of a death, a copy asked for."""


def in_a_cell() -> QuerySet[CellStay]:
    """Who is in which cell now."""
    return CellStay.objects.filter(during__upper_inf=True).select_related("detention__person", "detention__arrest")


class Suite(AnySequence):
    """One suite, up to three people, and what must hold after every step."""

    @invariant()
    def every_record_is_possible(self) -> None:
        for found in Detention.objects.select_related("person", "arrest", "on_bail"):
            assert found.authorised_at is None or found.authorised_at >= found.arrived_at
            assert bool(found.released_at) == bool(found.disposal)
            assert not (found.authorised_at and found.disposal == Disposal.NOT_AUTHORISED)
            assert not (found.charged_at and found.authorised_at is None)
            if found.released_at:
                self.is_closed_whole(found)
            elif found.authorised_at and not found.frozen_at:
                self.clocks_are_as_the_rule_says(found)

    def is_closed_whole(self, found: Detention) -> None:
        disposal = Disposal(found.disposal)
        if disposal not in NO_POWER_TO_KEEP | {Disposal.DIED}:
            assert PreRelease.objects.filter(detention=found).exists()
        if disposal in (Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT):
            assert found.charged_at
        assert not (found.charged_at and disposal in UNCHARGED), f"charged, yet {disposal}"
        left = Promise.objects.filter(record=found.ref, state=State.OPEN).exclude(kind__in=OWED_AFTERWARDS)
        assert not left, f"{disposal}: still owed {[one.kind for one in left]}"
        assert not CellStay.objects.filter(detention=found, during__upper_inf=True), "out, and still in a cell"
        for lasting in (Rest.objects.filter(ended_at=None), Watch.objects.filter(ended_at=None)):
            assert not lasting.filter(detention=found), f"{disposal}: {lasting.model.__name__} still lasts"
        assert not Interview.objects.filter(detention=found, back_at=None), "out, and still at interview"
        assert found.waiting_for == [], "out, and still waited for"

    def clocks_are_as_the_rule_says(self, found: Detention) -> None:
        if Absence.objects.filter(detention=found, returned_at=None):
            return
        review_due, limit = next_review_of(found, self.now), limit_of(found, self.now)
        assert found.review_due_at == (review_due and review_due.due)
        assert found.limit_at == (limit and limit.due)

    @invariant()
    def everybody_is_in_one_place(self) -> None:
        stays = list(
            CellStay.objects.filter(during__upper_inf=True).select_related("detention__person", "detention__arrest")
        )
        assert len({stay.detention_id for stay in stays}) == len(stays), "in two cells"
        assert len({stay.cell_id for stay in stays}) == len(stays), "two in one cell"
        away = set(Absence.objects.filter(returned_at=None).values_list("detention", flat=True))
        assert not away & {stay.detention_id for stay in stays}, "at hospital and in a cell"
        for lasting in (Rest.objects.filter(ended_at=None), Interview.objects.filter(back_at=None)):
            assert not lasting.filter(detention__in=away), f"at hospital, and {lasting.model.__name__} lasts"
        assert not Promise.objects.filter(
            kind="custody.visit", state=State.OPEN, record__in=[f"detention:{one}" for one in away]
        )

    @invariant()
    def somebody_answers_for_everyone_held_and_for_nobody_else(self) -> None:
        now = list(CustodyOf.objects.filter(during__upper_inf=True).values_list("person", flat=True))
        held = list(Detention.objects.filter(released_at=None).values_list("person", flat=True))
        assert sorted(now) == sorted(held)

    @invariant()
    def nobody_has_two_open_records(self) -> None:
        people = list(Detention.objects.filter(released_at=None).values_list("person", flat=True))
        assert len(set(people)) == len(people)

    @invariant()
    def a_child_is_with_no_adult(self) -> None:
        by_cell: dict[int, set[bool]] = {}
        for stay in CellStay.objects.filter(during__upper_inf=True).select_related(
            "detention__person", "detention__arrest"
        ):
            by_cell.setdefault(stay.cell_id, set()).add(is_child(stay.detention))
        assert all(len(kinds) == 1 for kinds in by_cell.values())

    @invariant()
    def no_intimate_sample_without_consent_and_an_inspector_and_nothing_of_a_child_alone(self) -> None:
        inspector = self.evening.officer("reviewing_inspector").pk
        for one in Sample.objects.select_related("detention__person", "detention__arrest"):
            assert one.adult_present or not is_child(one.detention)
            assert one.kind != Kind.INTIMATE or (one.person_consented and one.authority_id == inspector)


def test_no_sequence_of_actions_reaches_what_a_rule_forbids(evening: Evening) -> None:
    for role in ("custody_officer", "reviewing_inspector", "superintendent", "response_officer"):
        evening.acting(role)
    machine = type("AnySequence", (Suite,), {"evening": evening})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=MANY, stateful_step_count=25, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=PHASES,
        ),
    )  # fmt: skip
