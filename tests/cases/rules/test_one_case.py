"""Where a charge belongs: the same is refused, what is new joins the case that is open, nothing opens a second."""

import pytest

from bluelamp.cases.rules.one_case import Charged, Known, place_of

ASSAULT = Charged(code="CJ88116", crime=7, how="by a requisition sent on Friday 20 November 2026")


def known(*charges: Charged, **more: bool) -> Known:
    return Known(number=5, charges=charges or (ASSAULT,), **more)


def place(code: str = "CJ88116", crime: int | None = 7, *cases: Known, prosecutor: bool = False):
    return place_of(code=code, crime=crime, known=cases, prosecutor=prosecutor)


def test_the_first_charge_opens_a_case_and_says_nothing() -> None:
    found = place()
    assert (found.verdict.allowed, found.verdict.words, found.join) == (True, "", None)


@pytest.mark.parametrize(("code", "crime"), [("CJ88116", 7), ("cj 88116", 7), ("CJ88116", None)])
def test_the_same_offence_is_charged_once_while_it_stands(code: str, crime: int | None) -> None:
    found = place(code, crime, known())
    assert not found.verdict.allowed
    assert "already with this, by a requisition sent on Friday 20 November 2026: case 5" in found.verdict.words
    assert found.verdict.field == "offence_code"


@pytest.mark.parametrize(("code", "crime"), [("CD71039", 7), ("CJ88116", 8)])
def test_another_offence_and_the_same_of_another_crime_join_the_open_case(code: str, crime: int) -> None:
    found = place(code, crime, known())
    assert (found.verdict.allowed, found.join) == (True, 5)
    assert found.verdict.words == "Joined to case 5, which is open."


def test_after_a_requisition_was_withdrawn_the_same_is_joined_in_words() -> None:
    found = place("CJ88116", 7, known(Charged(code="CJ88116", crime=7, how="by a requisition", stands=False)))
    assert (found.verdict.allowed, found.join) == (True, 5)
    assert found.verdict.words == "Joined to case 5, whose requisition was withdrawn."


def test_what_a_court_decided_is_not_charged_again_even_by_a_prosecutor() -> None:
    found = place("CJ88116", 7, known(decided=True), prosecutor=True)
    assert not found.verdict.allowed
    assert "A court decided this in case 5" in found.verdict.words


def test_a_stopped_case_is_begun_again_only_by_a_prosecutor() -> None:
    alone = place("CJ88116", 7, known(stopped=True))
    assert (alone.verdict.allowed, alone.verdict.field) == (False, "prosecutor_reference")
    theirs = place("CJ88116", 7, known(stopped=True), prosecutor=True)
    assert (theirs.verdict.allowed, theirs.join) == (True, None)
    assert theirs.verdict.words == "Case 5 about this is over: a new case."


def test_the_open_one_of_several_is_joined() -> None:
    newer = Known(number=9, charges=(Charged(code="X", crime=7, how="in custody"),))
    assert place("CD71039", 7, known(stopped=True), newer).join == 9
