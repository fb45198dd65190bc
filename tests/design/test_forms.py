"""Errors in plain words, entered words kept, refusals beside their field, instants through both clock changes."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from bluelamp.design.forms import Day, request_key
from bluelamp.design.ruler import Lane, ruler
from bluelamp.design.theme import choose_theme
from bluelamp.verdict import Refused, refused
from tests.design.samples import AT, Visit, lanes


def filled(**more: str) -> Visit:
    return Visit(
        {
            "woke": "yes",
            "words": "rose",
            "level": "1",
            "kind": "r",
            "sure": "on",
            "at_0": "2026-11-21",
            "at_1": "12:30",
            **more,
        }
    )


def test_a_good_form_is_clean_and_its_instant_is_utc() -> None:
    form = filled(at_0="2026-07-01")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["at"] == datetime(2026, 7, 1, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "hour"), [("BST", 0), ("GMT", 1)])
def test_the_hour_that_comes_twice_is_asked_about(zone: str, hour: int) -> None:
    unclear = filled(at_0="2026-10-25", at_1="01:30")
    assert "came twice" in unclear.errors["at"][0]
    assert "GMT, the second" in str(unclear["at"])
    chosen = filled(at_0="2026-10-25", at_1="01:30", at_2=zone)
    assert chosen.is_valid()
    assert chosen.cleaned_data["at"] == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)


def test_an_hour_that_did_not_exist_is_refused_in_words() -> None:
    assert "did not exist" in filled(at_0="2026-03-29", at_1="01:30").errors["at"][0]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_far_off_is_a_slip_of_the_hand(day: str) -> None:
    with pytest.raises(ValidationError, match="Enter a day such as"):
        Day().clean(day)
    assert "Enter a day such as" in filled(at_0=day).errors["at"][0]


def test_errors_say_what_to_do_and_where() -> None:
    form = filled(words="", level="", sure="", meals="x")
    assert list(form.summary()) == [
        ("id_words", "Enter: what you saw and he said"),
        ("id_level", "Choose: observation level"),
        ("id_sure", "Tick: I saw this myself"),
        ("id_meals", "Enter a whole number: meals today"),
    ]


def test_a_refusal_stands_beside_its_field_and_keeps_the_words() -> None:
    form = filled(words="naïve 👮 שלום")
    form.refuse(Refused(refused("Say how he woke.", "Code C, Annex H", field="words")))
    form.refuse(refused("He is not in this cell."))
    assert form.errors["words"] == ["Say how he woke. (Code C, Annex H)"]
    assert form.non_field_errors() == ["He is not in this cell."]
    assert "naïve 👮 שלום" in str(form["words"])


@pytest.mark.parametrize("sent", ["", "nonsense", "'; drop"])
def test_a_key_that_is_not_ours_is_no_key(sent: str) -> None:
    assert request_key(RequestFactory().post("/", {"key": sent})) is None


def test_a_key_comes_back() -> None:
    key = "0b9c3f0e-6f0e-4f3a-9d53-0f9a3f4b6c11"
    assert request_key(RequestFactory().post("/", {"key": key})) == key


@pytest.mark.parametrize(
    ("back", "to"), [("/owed?x=1", "/owed?x=1"), ("https://elsewhere.example/", "/"), ("//elsewhere", "/")]
)
def test_the_theme_is_a_cookie_and_leads_back_to_our_own_page(back: str, to: str) -> None:
    answer = choose_theme(RequestFactory().post("/theme", {"theme": "dark", "next": back}))
    assert (answer.status_code, answer["Location"], answer.cookies["theme"].value) == (303, to, "dark")


def test_two_clocks_share_one_ruler_of_24_hours() -> None:
    drawn = ruler(lanes(), AT)
    assert [lane.began for lane in drawn.lanes] == [0.0, 2.08]
    assert drawn.now == 57.5
    assert [lane.says for lane in drawn.lanes] == ["10 h 12 min left", "1 h 12 min left"]
    assert [word for _, word in drawn.ticks] == ["00", "02", "04", "06", "08", "10", "12", "14", "16", "18", "20", "22"]


def test_a_passed_limit_says_late_and_the_ruler_grows() -> None:
    lane = Lane(
        name="Detention",
        allowance="24 hours",
        began_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        ends_at=datetime(2026, 11, 21, 8, tzinfo=UTC),
    )
    drawn = ruler([lane], AT)
    assert drawn.now == 100.0
    assert drawn.lanes[0].late
    assert drawn.lanes[0].says == "late 4 h 38 min"
