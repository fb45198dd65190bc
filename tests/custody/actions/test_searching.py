"""Searches by level: rank, sex of who searches, and a child only with the adult."""

from typing import Any

import pytest

from bluelamp.custody.actions.particulars import Seen, record_particulars
from bluelamp.custody.actions.searching import search
from bluelamp.custody.models import Detention, Search
from bluelamp.verdict import Refused
from tests.custody.at_the_desk import ordinary_search
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def made(evening: Evening, found: Detention, role: str = "custody_officer", **facts: Any) -> None:
    authority = facts.pop("authority", None)
    told = {"searched_at": facts.pop("searched_at", None)}
    done(search, NOW, by=evening.acting(role), detention=found.pk, made=ordinary_search(**facts), authority=authority,
         **told)  # fmt: skip


def test_an_ordinary_search_by_a_detention_officer(evening: Evening) -> None:
    made(evening, evening.held(), "detention_officer")
    written = Search.objects.get()
    assert (written.authority, written.was_child) == (None, False)


def test_a_strip_search_names_who_authorised_it(evening: Evening) -> None:
    found = evening.held()
    made(evening, found, level="strip", present=2)
    assert Search.objects.get().authority == evening.officer("custody_officer")
    with pytest.raises(Refused, match="needs a sergeant or above"):
        made(evening, found, "detention_officer", level="strip", present=2)
    sergeant = evening.officer("custody_officer").pk
    made(evening, found, "detention_officer", level="strip", present=2, authority=sergeant)
    assert Search.objects.count() == 2


def test_another_sex_is_refused(evening: Evening) -> None:
    found = evening.held(person=evening.person("Lena", "Varley", sex="female"))
    with pytest.raises(Refused, match="same sex") as refusal:
        made(evening, found)
    assert refusal.value.verdict.field == "searcher_sex"


def test_a_child_by_the_desks_own_eyes_needs_an_inspector_and_the_adult(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(record_particulars, NOW, by=by, detention=found.pk, seen=Seen(appears_under_18=True, perceived="IC3"))
    with pytest.raises(Refused, match="inspector or above") as refusal:
        made(evening, found, level="strip", present=2)
    assert "only with the appropriate adult there" in str(refusal.value)
    inspector = evening.officer("reviewing_inspector").pk
    made(evening, found, level="strip", present=2, adult_present=True, authority=inspector)
    written = Search.objects.get()
    assert (written.was_child, written.perceived_ethnicity) == (True, "IC3")


def test_before_arrival_or_unknown_levels_are_refused(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="before arrival"):
        made(evening, found, searched_at=TEN + MINUTE)
    with pytest.raises(Refused, match="how far"):
        made(evening, found, level="thorough")
    assert not Search.objects.exists()
