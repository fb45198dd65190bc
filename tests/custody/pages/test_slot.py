"""A crew that asks for a place is answered: accepted where there is room, diverted only with why."""

from bluelamp.custody.models import Slot
from bluelamp.places.models import Cell
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, Evening


def a_place_asked(evening: Evening) -> int:
    arrest = evening.arrest()
    Slot.objects.create(
        arrest_id=arrest, suite=evening.hatfield, asked_at=NOW, eta=NOW + HOUR, lapses_at=NOW + 2 * HOUR
    )
    return arrest


def test_accepted_where_there_is_room(evening: Evening, desk: Desk) -> None:
    path = f"/custody/arrest/{a_place_asked(evening)}/place/"
    assert desk.send("custody_officer", path).context["form"].errors["answer"]
    assert desk.send("custody_officer", path, answer="accept").status_code == 303
    assert Slot.objects.get().accepted is True
    assert b"Accepted at" in desk.open("custody_officer", path).content


def test_a_full_suite_is_refused_in_words_and_a_diversion_says_why(evening: Evening, desk: Desk) -> None:
    arrest = a_place_asked(evening)
    path = f"/custody/arrest/{arrest}/place/"
    assert b"3 of 3" in desk.open("custody_officer", path).content
    diverted = desk.send("custody_officer", path, answer="divert")
    assert diverted.context["form"].errors["why"]
    Cell.objects.filter(suite=evening.hatfield).update(state="closed", closed_why="Flood")
    full = desk.send("custody_officer", path, answer="accept")
    assert b"Hatfield has no free cell" in full.content
    assert Slot.objects.get().answered_at is None
    assert desk.send("custody_officer", path, answer="divert", why="Flood").status_code == 303
    again = desk.open("custody_officer", path).content
    assert b"No place is asked for this person now" in again
    assert f"/arrest/{arrest}/arrive/".encode() in again
    assert f"/arrest/{arrest}/arrive/".encode() not in desk.open("detention_officer", path).content
    assert b"any more" in desk.send("custody_officer", path, answer="accept").content
