"""The calendar: an address shown once, what it answers, and that a wrong or revoked one is as one that never was."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.swapping import agree_swap, offer_swap
from bluelamp.duty.models import CalendarFeed, PlannedDuty, Roster
from bluelamp.duty.rules.planning import Away
from tests.duty.actions.test_swapping import a_pair
from tests.duty.borough import DAY, NOW, Littleford
from tests.duty.rules.test_calendar_text import Read, parsed, plain
from tests.duty.signing_in import browser_of

PATH = "/duty/calendar/"


@pytest.fixture
def dunn(littleford: Littleford) -> Iterator[Client]:
    client = browser_of(littleford, "104")
    with clock.set_to(NOW):
        yield client


KEYS = [f"00000000-0000-4000-8000-{n:012}" for n in range(4)]


def made(client: Client, key: str = KEYS[0]) -> str:
    """Make an address and answer its path."""
    page = client.post(PATH, {"what": "make", "key": key})
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    address = str(page.context["address"])
    assert address in page.content.decode()
    return address.removeprefix("http://testserver")


def events(path: str) -> list[Read]:
    """What anybody who has the address reads there, signed in as nobody."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    return parsed(answer.content.decode())[1]


def test_the_address_is_shown_once_and_only_its_hash_is_kept(littleford: Littleford, dunn: Client) -> None:
    path = made(dunn)
    secret = path.removeprefix("/duty/feed/").removesuffix(".ics")
    assert len(secret) > 40
    assert CalendarFeed.objects.get().secret_hash == sha256(secret.encode()).hexdigest()
    again = dunn.get(PATH)
    assert secret not in again.content.decode()
    assert b"One address is in use" in again.content


def test_the_form_sent_twice_makes_one_address_and_does_not_show_a_wrong_one(dunn: Client) -> None:
    path = made(dunn)
    page = dunn.post(PATH, {"what": "make", "key": KEYS[0]})
    assert page.context["address"] == ""
    assert b"This form was sent before" in page.content
    assert Client().get(path).status_code == 200


def test_the_page_that_shows_an_address_can_revoke_it(dunn: Client) -> None:
    page = dunn.post(PATH, {"what": "make", "key": KEYS[0]})
    key = page.context["revoke_key"]
    assert f'value="{key}"' in page.content.decode()
    assert dunn.post(PATH, {"what": "revoke", "key": key}).status_code == 302
    assert not CalendarFeed.objects.filter(revoked_at=None).exists()


def test_it_answers_ones_own_duties_by_shift_and_unit_alone(littleford: Littleford, dunn: Client) -> None:
    roster = littleford.a_published_roster()
    found = events(made(dunn))
    rows = list(PlannedDuty.objects.filter(officer=littleford.officer("104")))
    assert len(found) == len(rows)
    assert {plain(one["SUMMARY"]) for one in found} == {"Early, Response", "Late, Response", "On call, Response"}
    free = [one for one in found if one["TRANSP"] == "TRANSPARENT"]
    assert {plain(one["SUMMARY"]) for one in free} == {"On call, Response"}
    assert len(free) == sum(one.kind == "on_call" for one in rows)
    assert len({one["UID"] for one in found}) == len(found)
    starts = {f"{one.during.lower:%Y%m%dT%H%M%SZ}" for one in rows}
    assert {one["DTSTART"] for one in found} == starts
    assert {one["SEQUENCE"] for one in found} == {str(roster.version)}


def test_no_name_and_not_the_word_police(littleford: Littleford, dunn: Client) -> None:
    littleford.a_published_roster()
    text = Client().get(made(dunn)).content.decode().lower()
    assert "police" not in text
    assert not [one for one in ("dunn", "ash", "bell", "cole", "frost") if one in text]


def test_a_changed_duty_keeps_its_name_and_says_that_it_changed(littleford: Littleford, dunn: Client) -> None:
    roster: Roster = littleford.a_published_roster()
    path = made(dunn)
    own, other = a_pair(roster, same_day=True)
    before = {one["UID"]: one for one in events(path)}
    swap = offer_swap(gives=own.pk, takes=other.pk, by=littleford.who("104"), at=NOW).partition(":")[2]
    agree_swap(swap=int(swap), by=littleford.who(other.officer.collar_number), at=NOW)
    after = {one["UID"]: one for one in events(path)}
    assert before.keys() == after.keys()
    moved = [uid for uid in before if before[uid]["DTSTART"] != after[uid]["DTSTART"]]
    assert len(moved) == 1
    assert int(after[moved[0]]["SEQUENCE"]) > int(before[moved[0]]["SEQUENCE"])


def test_four_weeks_back_and_no_further(littleford: Littleford, dunn: Client) -> None:
    littleford.a_published_roster()
    path = made(dunn)
    rows = PlannedDuty.objects.filter(officer=littleford.officer("104"))
    with clock.set_to(NOW.replace(year=2027, month=3, day=1)):
        days = {one["DTSTART"][:8] for one in events(path)}
    assert days == {f"{one.during.lower:%Y%m%d}" for one in rows if one.day >= date(2027, 2, 1)}


def test_leave_and_court_are_whole_days_and_sickness_is_nobodys_business(littleford: Littleford, dunn: Client) -> None:
    path, officer, first = made(dunn), littleford.officer("104").pk, date(2027, 1, 11)
    kinds = {Away.LEAVE: 0, Away.COURT: 7, Away.SICK: 14}
    away = [AwayDays(officer=officer, kind=kind, first=first + n * DAY, last=first + (n + 1) * DAY)
            for kind, n in kinds.items()]  # fmt: skip
    enter_away(away=away, by=littleford.planner, at=NOW)
    found = {one["SUMMARY"]: (one["DTSTART"], one["DTEND"]) for one in events(path)}
    assert found == {"Annual leave": ("20270111", "20270113"), "Court": ("20270118", "20270120")}


def test_unknown_replaced_and_revoked_addresses_are_not_found(littleford: Littleford, dunn: Client) -> None:
    first, second = made(dunn, KEYS[0]), made(dunn, KEYS[1])
    anybody = Client()
    assert anybody.get("/duty/feed/never-was.ics").status_code == 404
    assert [anybody.get(path).status_code for path in (first, second)] == [404, 200]
    assert anybody.post(second).status_code == 405
    assert dunn.post(PATH, {"what": "revoke", "key": KEYS[2]}).status_code == 302
    assert anybody.get(second).status_code == 404
    again = dunn.post(PATH, {"what": "revoke", "key": KEYS[3]})
    assert (again.status_code, b"no calendar address" in again.content) == (422, True)


def test_who_left_has_no_calendar(littleford: Littleford, dunn: Client) -> None:
    path = made(dunn)
    officer = littleford.officer("104")
    officer.is_active = False
    officer.save(update_fields=["is_active"])
    assert Client().get(path).status_code == 404
