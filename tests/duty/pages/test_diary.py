"""An officer's diary: looked at before it is entered, entered, and taken back."""

import pytest
from django.test import Client

from bluelamp.duty.models import Absence, CoverGap, OfficerSkill, Post
from tests.duty.actions.test_diaries import alone
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def path(desk: Desk, collar: str = "104") -> str:
    return f"/duty/officers/{desk.borough.officer(collar).pk}/"


def test_a_look_says_the_uncovered_minutes_and_writes_nothing(desk: Desk) -> None:
    officer, day = alone(desk.borough, desk.borough.a_published_roster())
    page = desk.get(f"/duty/officers/{officer}/?what=days&kind=court&first={day}&last={day}")
    assert "uncovered minutes" in page
    assert "Response would lack 1 of its officers" in page
    assert "nothing is entered yet" in page
    assert f'value="{day}"' in page, "what was looked at stands in the form"
    assert not Absence.objects.exists()


def test_court_is_entered_and_the_gap_is_there_at_once(desk: Desk) -> None:
    officer, day = alone(desk.borough, desk.borough.a_published_roster())
    sent = desk.post(f"/duty/officers/{officer}/", what="days", kind="court", first=str(day), last=str(day))
    assert (sent.status_code, sent["Location"]) == (303, f"/duty/officers/{officer}/")
    assert CoverGap.objects.filter(closed_at=None).exists()
    page = desk.get(f"/duty/officers/{officer}/")
    assert "Broken as things stand" in page
    assert "<b>Court</b>" in page
    back = desk.post(f"/duty/officers/{officer}/", what="back", absence=Absence.objects.get().pk)
    assert back.status_code == 303
    assert not CoverGap.objects.filter(closed_at=None).exists()


def test_a_skill_a_restriction_and_a_rank(desk: Desk) -> None:
    last = MONDAY + 40 * DAY
    desk.post(path(desk), what="skill", skill="response_driver", expires=str(last))
    desk.post(path(desk), what="restrictions", restricted=["no nights"])
    desk.post(path(desk), what="acting", rank="sergeant")
    page = desk.get(path(desk))
    assert OfficerSkill.objects.get(officer__collar_number="104").expires == last
    assert "acting sergeant" in page
    assert "No nights" in page
    desk.post(path(desk), what="end", ended="response_driver")
    desk.post(path(desk), what="restrictions")
    assert not OfficerSkill.objects.filter(officer__collar_number="104").exists()
    assert Post.objects.get(officer__collar_number="104").restricted == []


@pytest.mark.parametrize(
    "asked",
    ["what=skill&skill=response_driver&expires=2027-01-10", "what=restrictions&restricted=no+nights", "what=acting"],
)
def test_each_can_be_looked_at_first(desk: Desk, asked: str) -> None:
    desk.borough.a_published_roster()
    page = desk.get(f"{path(desk)}?{asked}")
    assert "What that would do" in page
    assert "nothing is entered yet" in page
    assert Post.objects.get(officer__collar_number="104").limits_set_at is None


def test_faults_in_words(desk: Desk) -> None:
    sent = desk.post(path(desk), what="days", kind="leave", first="2027-01-06", last="2027-01-05")
    assert sent.status_code == 422
    assert "The last day is not before the first" in sent.content.decode()
    unknown = desk.post(path(desk), what="end", ended="flying")
    assert unknown.status_code == 422
    assert "This skill is not recorded." in unknown.content.decode()
    desk.get("/duty/officers/999999/", status=404)
    desk.get(path(desk), "response_officer", as_officer="104", status=403)
