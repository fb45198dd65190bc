"""Essential documents in the person's language: what is owed to whom, and three ways to give it."""

from typing import Any

import pytest

from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.actions.interviewing import out_to_interview
from bluelamp.custody.actions.reviewing import review
from bluelamp.custody.actions.translating import translate
from bluelamp.custody.desk_state import desk_state, still_to_be_done
from bluelamp.custody.models import Detention, Translation
from bluelamp.custody.needs import interpreter_needed
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + 2 * HOUR


def told(evening: Evening, found: Detention, response: str = "wanted", words: str = "Polish") -> None:
    by = evening.acting("custody_officer")
    done(tell_right, NOW, by=by, detention=found.pk, right="interpreter", response=response, words=words)


def given(evening: Evening, found: Detention, role: str = "custody_officer", **facts: Any) -> None:
    usual = {"document": "grounds", "way": "written", "language": "Polish", "translated_by": "Interpreter 4471"}
    done(translate, facts.pop("at", NOW), by=evening.acting(role), detention=found.pk, **{**usual, **facts})


def left(found: Detention) -> list[str]:
    again = Detention.objects.select_related("person", "arrest").get(pk=found.pk)
    words = [one.words for one in still_to_be_done(again, desk_state(found.pk), at=NOW + HOUR, in_cell=True)]
    return [one for one in words if one.startswith("In their language")]


def test_the_grounds_are_owed_from_the_answer_and_again_after_a_review(evening: Evening) -> None:
    found = evening.held()
    assert left(found) == []
    told(evening, found)
    assert left(found) == ["In their language: why they are kept"]
    given(evening, found)
    assert left(found) == []
    inspector, later = evening.acting("reviewing_inspector"), TEN + 5 * HOUR
    done(review, later, by=inspector, detention=found.pk, outcome="continued", words="More to ask")
    assert left(found) == ["In their language: why they are kept"]
    given(evening, found, at=later + HOUR)
    assert left(found) == []


def test_spoken_words_need_the_custody_officer(evening: Evening) -> None:
    found = evening.held()
    spoken = {"way": "spoken", "fair": True, "words": "No translator before morning"}
    with pytest.raises(Refused, match="needs a sergeant or above"):
        given(evening, found, "detention_officer", **spoken)
    given(evening, found, **spoken)
    assert Translation.objects.get().words == "No translator before morning"


def test_no_charge_before_charge_and_nothing_unknown(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="not charged yet"):
        given(evening, found, document="charge")
    with pytest.raises(Refused, match="Choose the document"):
        given(evening, found, document="menu")
    assert not Translation.objects.exists()


def test_what_the_desk_was_told_of_an_interpreter_stands_before_an_interview(evening: Evening) -> None:
    found = evening.held()
    assert interpreter_needed(found) is None
    told(evening, found, "not_now", "English is fine")
    assert interpreter_needed(found) is False
    told(evening, found)
    assert interpreter_needed(found) is True
    with pytest.raises(Refused, match="No interview without the interpreter"):
        done(out_to_interview, NOW + HOUR, by=evening.acting("custody_officer"), detention=found.pk, reminded=True,
             interpreter_needed_now=False)  # fmt: skip
