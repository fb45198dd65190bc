"""A hate crime is one that somebody perceives so: a strand, a person, words; nothing of anybody's characteristics."""

from dataclasses import fields, replace

import pytest

from bluelamp.crimes.rules.hate import Perceived, Perceiver, Strand, may_flag
from bluelamp.people.models import SELF_DESCRIBED

KNOWN = [*Strand, "age"]
SAID = Perceived(strands=("race",), by=Perceiver.WITNESS, words="He shouted at her")


@pytest.mark.parametrize("strand", KNOWN)
@pytest.mark.parametrize("who", Perceiver)
def test_anybody_may_feel_so_about_any_strand(strand: str, who: Perceiver) -> None:
    assert may_flag(replace(SAID, strands=(strand,), by=who), known=KNOWN).allowed


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"strands": ()}, "strands"), ({"strands": ("looks",)}, "strands"), ({"by": None}, "perceived_by"),
     ({"words": " "}, "words")],
)  # fmt: skip
def test_what_is_missing_is_asked_for(wrong: dict[str, object], field: str) -> None:
    assert may_flag(replace(SAID, **wrong), known=KNOWN).field == field


def test_a_strand_stands_once() -> None:
    assert not may_flag(SAID, known=KNOWN, flagged=["race"]).allowed
    assert may_flag(replace(SAID, strands=("race", "religion")), known=KNOWN, flagged=["race"]).allowed


def test_no_characteristic_of_anybody_goes_in() -> None:
    assert {one.name for one in fields(Perceived)} == {"strands", "by", "words"}
    assert not {one.name for one in fields(Perceived)} & {*SELF_DESCRIBED, "ethnicity", "sex", "disability"}
