"""The risk assessment before release: whole or refused, and a child is looked up, never taken on trust."""

from dataclasses import replace

import pytest

from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.models import PreRelease
from bluelamp.ledger.queries import timeline
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done, nothing_found

NOON = TEN + 14 * HOUR


def test_an_assessment_is_kept_whole_and_said(evening: Evening) -> None:
    found = evening.held()
    risk = replace(nothing_found().answers[0], answer=Answer.KNOWN, words="Says he will", doing="Crisis team rung")
    evening.assessed(found, NOON, answers=(risk, *nothing_found().answers[1:]))
    made = PreRelease.objects.get()
    assert made.answers[0] == {
        "question": "self_harm", "answer": "known", "words": "Says he will", "doing": "Crisis team rung",
    }  # fmt: skip
    said = timeline(found.ref)[0]
    assert "1 of 8 questions need something done" in said.sentence
    assert "Crisis team rung" in said.words["answers"]


def test_what_is_missing_is_named_and_nothing_is_written(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    for assessing, words in (
        (nothing_found(answers=()), "Answer: Might they harm themselves"),
        (nothing_found(way_home=" "), "how the person gets home"),
        (nothing_found(victims_address=Answer.KNOWN), "where they go instead"),
        (nothing_found(victims_address=Answer.NOT_ASKED), "Find out whether"),
    ):
        with pytest.raises(Refused, match=words):
            done(assess_before_release, NOON, by=by, detention=found.pk, assessing=assessing)
    assert not PreRelease.objects.exists()


def test_who_appears_under_18_is_a_child_whatever_was_sent(evening: Evening) -> None:
    found, by = evening.held(appears_under_18=True), evening.acting("custody_officer")
    with pytest.raises(Refused, match="A child is not let out alone"):
        done(assess_before_release, NOON, by=by, detention=found.pk, assessing=nothing_found(child=False))
    evening.assessed(found, NOON, met_by="His mother")


def test_only_who_may_release_assesses(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("response_officer")
    with pytest.raises(Refused, match="release a detained person"):
        done(assess_before_release, NOON, by=by, detention=found.pk, assessing=nothing_found())
