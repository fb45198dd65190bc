"""The whiteboard: who is where, which clock is next, what is free, kept and closed; ten statements at most."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.actions.hospital import go_to_hospital
from bluelamp.custody.actions.sharing import share_cell
from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.models import CellStay, Detention
from bluelamp.places.models import Cell
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

Page = Callable[..., str]


@pytest.fixture
def page(evening: Evening, client: Client) -> Page:
    def read(at: datetime = TEN + 2 * HOUR) -> str:
        evening.signed_in("custody_officer", client, at=at)
        with clock.set_to(at):
            answer = client.get("/custody/")
        assert answer.status_code == 200
        return re.sub(r"<[^>]+>|\s+", " ", re.sub(r"\s+", " ", answer.content.decode()))

    return read


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_card_shows_initials_time_on_the_clock_and_the_next_clock(evening: Evening, page: Page) -> None:
    found = evening.held(appears_under_18=False)
    evening.in_cell(found, "M1")
    text = squeezed(page())
    assert "CR 1 M1 1 h 15 22:50 Lim 22:50 No level Review 5 h" in text
    assert "6 cells" in text
    assert "1 held 0 children" in text
    assert "5 free" in text


def test_the_sooner_of_limit_and_review_is_shown_and_what_is_late_stands_on_top(evening: Evening, page: Page) -> None:
    found = evening.held()
    evening.in_cell(found, "M1")
    text = squeezed(page(TEN + 7 * HOUR + 4 * MINUTE))
    assert "M1 review late 4 min" in text
    assert "Review late 4 min" in text


def test_not_yet_authorised_a_child_and_away_are_said_in_words(evening: Evening, page: Page) -> None:
    evening.arrived(person=evening.person("Jay", "Kemble"), appears_under_18=True, at=TEN + 100 * MINUTE)
    away = evening.held(person=evening.person("Dean", "Sharp"))
    done(go_to_hospital, TEN + 90 * MINUTE, by=evening.acting("custody_officer"), detention=away.pk, why="Head")
    text = squeezed(page())
    assert "Child Not authorised" in text
    assert "Decide 25 min" in text
    assert "AA due" in text
    assert "At hospital No level Clocks paused" in text
    assert "2 held 1 child" in text


def test_after_charge_only_the_review_runs(evening: Evening, page: Page) -> None:
    found = evening.held()
    Detention.objects.filter(pk=found.pk).update(charged_at=TEN + HOUR, review_due_at=TEN + 40 * HOUR)
    text = squeezed(page())
    assert "Charged No level Review 38 h" in text


def test_care_stands_on_the_card_level_visit_marks_and_whom_they_wait_for(evening: Evening, page: Page) -> None:
    found = evening.held()
    evening.in_cell(found, "M1")
    seen = TEN + 100 * MINUTE
    Detention.objects.filter(pk=found.pk).update(
        level=3, must_rouse=True, visited_at=seen, visit_due_at=seen + 30 * MINUTE, risk_marks=["Epilepsy"],
        waiting_for=["Appropriate adult", "Somebody else"],
    )  # fmt: skip
    text = squeezed(page())
    assert "Observation level 3" in text
    assert "Rev 05:05 Lim 22:50" in text
    assert "Watched Rouse Epilepsy AA due Somebody else due Visit 10 min" in text
    assert "M1 visit late 4 min" in squeezed(page(seen + 34 * MINUTE))


def test_two_who_share_stand_in_one_cell_and_the_free_ones_are_counted_once(evening: Evening, page: Page) -> None:
    one, other = evening.held(), evening.held(person=evening.person("Bo", "Lind"))
    evening.in_cell(one, "M1")
    Detention.objects.update(level=1)
    facts = {"detention": other.pk, "host": one.pk, "assessment": "Brothers"}
    done(share_cell, TEN + 70 * MINUTE, by=evening.acting("reviewing_inspector"), **facts)
    text = squeezed(page())
    assert "CR 1 M1" in text
    assert "BL 2 M1" in text
    assert "2 held 0 children 5 free" in text


def test_free_cells_ahead_are_told_in_words(evening: Evening, page: Page) -> None:
    assert "Hatfield is likely to be full from" in squeezed(page())


def test_closed_says_why_and_an_arrival_keeps_a_cell(evening: Evening, page: Page) -> None:
    Cell.objects.filter(number="A1").update(state="closed", closed_why="Flood")
    arrest = evening.arrest(at=TEN + HOUR)
    asked = {"arrest": arrest, "suite": evening.hatfield.pk, "eta": TEN + 130 * MINUTE}
    slot = done(ask_slot, TEN + 100 * MINUTE, by=evening.acting("response_officer"), **asked)
    assert "Hatfield has not answered yet" in page()
    done(answer_slot, TEN + 102 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=True)
    text = squeezed(page())
    assert "A1 Flood" in text
    assert "1 closed 1: Flood" in text
    assert "and 1 of them kept for arrivals" in text
    assert "in 10 min CR , Assault occasioning actual bodily harm to Hatfield" in text
    assert "Hatfield 1 on the way 2 free" in text


def test_a_restricted_person_is_no_more_than_a_number(evening: Evening, page: Page) -> None:
    found = evening.held(person=evening.person("Zadie", "Quill"))
    Restriction.objects.create(record=found.person.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    text = page()
    assert "Restricted" in text
    assert "ZQ" not in text


def test_ten_statements_however_many_are_held(evening: Evening, client: Client) -> None:
    suite = evening.hatfield
    for n in range(60):
        cell = Cell.objects.create(suite=suite, number=f"X{n}", position=n + 10)
        person = evening.person(f"A{n}", "Held")
        held = Detention.objects.create(
            number=f"T {n}", person_id=person, suite=suite, first_station_at=TEN, arrived_at=TEN, relevant_time=TEN,
            limit_at=TEN + 24 * HOUR, authorised_at=TEN + MINUTE, review_due_at=TEN + 6 * HOUR, level=n % 4 + 1,
            visited_at=TEN + MINUTE, visit_due_at=TEN + 61 * MINUTE, risk_marks=["Epilepsy"], waiting_for=["Solicitor"],
        )  # fmt: skip
        CellStay.objects.create(detention=held, cell=cell, during=(TEN, None))
    at = TEN + HOUR
    evening.signed_in("custody_officer", client, at=at)
    with clock.set_to(at):
        client.get("/custody/")
        with CaptureQueriesContext(connection) as sent:
            answer = client.get("/custody/")
    assert b"60 held" in answer.content
    assert len(sent) <= 10, [one["sql"][:90] for one in sent]


def test_no_inline_style_or_script(evening: Evening, client: Client) -> None:
    evening.held()
    evening.signed_in("custody_officer", client, at=TEN + 2 * HOUR)
    with clock.set_to(TEN + 2 * HOUR):
        text = client.get("/custody/").content.decode()
    assert "style=" not in text
    assert not re.search(r"<script(?![^>]*src=)", text)
