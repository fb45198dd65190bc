"""One square: what each choice would break is said before it is saved, and a second planner sees the first's change."""

import pytest
from django.test import Client

from bluelamp.duty.changing import set_duty
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import PlannedDuty
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_each_choice_says_what_it_would_break(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    late = desk.borough.on(roster, MONDAY, "L")[0]
    page = desk.get(f"/duty/rosters/{roster.pk}/response/{late.officer_id}/2027-01-05/")
    assert "Breaks: 7 h of rest before 07:00 Tue 5 Jan 2027, 11 h at least." in page
    assert "As it stands" in page


def test_the_gap_that_an_edit_opens_is_said_before_it_is_accepted(desk: Desk) -> None:
    """The early goes home at 16:00."""
    roster = desk.borough.a_made_draft()
    alone, *others = desk.borough.on(roster, MONDAY, "L")
    PlannedDuty.objects.filter(pk__in=[one.pk for one in others]).delete()
    page = desk.get(f"/duty/rosters/{roster.pk}/response/{alone.officer_id}/{MONDAY}/")
    assert "Opens a gap: Response would lack 1 of its officers, Mon 4 Jan 2027, 16:00 to 24:00." in page
    assert PlannedDuty.objects.filter(pk=alone.pk).exists(), "nothing is written by looking"


def test_what_is_minded_is_said_beside_what_is_forbidden(desk: Desk) -> None:
    """A fourth Saturday of four, and the restriction of an officer who works no nights."""
    roster, officer = desk.borough.a_draft(), desk.borough.officer("104")
    post = officer.post
    post.restricted = ["no nights"]
    post.save()
    for week in range(3):
        set_duty(roster, officer=officer.pk, unit="response", day=MONDAY + (5 + 7 * week) * DAY,
                 shift=cover_in_force().shifts["E"], on_call=False)  # fmt: skip
    page = desk.get(f"/duty/rosters/{roster.pk}/response/{officer.pk}/{MONDAY + 26 * DAY}/")
    assert "Minded: 4 weekends worked in the four from Mon 4 Jan 2027, 3 at most. (Force policy" in page
    assert "Breaks" not in page
    assert "Every rule holds, and no gap is opened" in desk.get(
        f"/duty/rosters/{roster.pk}/response/{officer.pk}/{MONDAY + DAY}/"
    )


def test_it_is_saved_and_a_stale_page_is_shown_the_others_change(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    officer = desk.borough.officer("104").pk
    path = f"/duty/rosters/{roster.pk}/response/{officer}/2027-01-05/"
    saved = desk.post(path, shift="E", version=roster.version)
    assert saved["Location"] == f"/duty/rosters/{roster.pk}/response/?from=2027-01-05"
    assert PlannedDuty.objects.get().day == MONDAY + DAY
    stale = desk.post(path, shift="L", version=roster.version)
    assert stale.status_code == 422
    assert "changed this roster at" in stale.content.decode()
    assert PlannedDuty.objects.get().shift == "E"


def test_on_call_is_a_square_of_its_own(desk: Desk) -> None:
    roster = desk.borough.a_draft()
    officer = desk.borough.officer("104").pk
    path = f"/duty/rosters/{roster.pk}/response/{officer}/2027-01-05/?call"
    assert "On call, 07:00 to 07:00" in desk.get(path)
    desk.post(path, shift="C", version=roster.version)
    assert PlannedDuty.objects.get().kind == "on_call"


@pytest.mark.parametrize("tail", ["0/2027-01-05/", "{officer}/2027-13-05/"])
def test_nobody_or_no_day(desk: Desk, tail: str) -> None:
    roster = desk.borough.a_draft()
    tail = tail.format(officer=desk.borough.officer("104").pk)
    desk.get(f"/duty/rosters/{roster.pk}/response/{tail}", status=404)
