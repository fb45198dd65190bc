"""A planner's entries: days away, skills, restrictions, acting rank; the cover they break is owed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bluelamp.duty.actions.diaries import (
    end_skill,
    enter_days,
    enter_skill,
    set_acting_rank,
    set_restrictions,
    take_days_back,
)  # fmt: skip
from bluelamp.duty.actions.establishing import load_establishment
from bluelamp.duty.models import Absence, CoverGap, DutyNotice, Post, Roster
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.what_if import away_on, effect_of, wrong_now
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, LITTLEFORD, MONDAY, NOW, SETTING_UP, Littleford

DRIVERS = tuple(str(one) for one in range(101, 109))


def number(reference: str) -> int:
    return int(reference.partition(":")[2])


def alone(littleford: Littleford, roster: Roster) -> tuple[int, date]:
    """Somebody without whom the late is short, and the day."""
    day = littleford.first_day(roster, lambda day: len(littleford.on(roster, day, "L")) > 0)
    first, *others = littleford.on(roster, day, "L")
    for one in others:
        one.delete()
    return first.officer_id, day


@pytest.mark.parametrize("kind", [Away.COURT, Away.LEAVE, Away.TRAINING])
def test_days_entered_into_a_published_roster_raise_the_broken_cover(littleford: Littleford, kind: Away) -> None:
    """The early goes home at 16:00; training from 9 to 17 gives no cover either."""
    roster = littleford.a_published_roster()
    officer, day = alone(littleford, roster)
    looked = effect_of(officer, day, day, away_on(kind, day, day))
    said = [one.words for one in looked.missing if not one.skill]
    assert said[0].startswith("Response would lack 1 of its officers")
    assert looked.minutes >= 8 * 60
    assert not CoverGap.objects.filter(closed_at=None).exists(), "looking writes nothing"
    made = enter_days(officer=officer, kind=kind, first=day, last=day, by=littleford.planner, at=NOW)
    gaps = CoverGap.objects.filter(closed_at=None, skill="")
    assert [(one.needed, one.there) for one in gaps] == [(1, 0)]
    assert {one.state for one in Promise.objects.filter(kind="duty.cover_kept", record=gaps[0].ref)} == {"open"}
    assert Entry.objects.filter(event="duty.absence_entered").count() == 1
    assert "was entered for you by R. Holt" in DutyNotice.objects.filter(officer=officer).latest("pk").words
    take_days_back(absence=number(made), by=littleford.planner, at=NOW)
    assert not CoverGap.objects.filter(closed_at=None).exists()
    assert "was taken back by R. Holt" in DutyNotice.objects.filter(officer=officer).latest("pk").words


def test_days_that_have_begun_end_yesterday(littleford: Littleford) -> None:
    officer = littleford.officer("104").pk
    made = enter_days(
        officer=officer, kind=Away.LEAVE, first=MONDAY, last=MONDAY + 9 * DAY, by=littleford.planner, at=NOW
    )
    at = NOW + timedelta(days=(MONDAY - NOW.date()).days + 3)
    take_days_back(absence=number(made), by=littleford.planner, at=at)
    row = Absence.objects.get()
    assert (row.state, row.first, row.last) == ("granted", MONDAY, MONDAY + 2 * DAY)


def test_what_is_refused(littleford: Littleford) -> None:
    officer, own = littleford.officer("104").pk, littleford.who("104", "duty_planner")
    days = {"first": MONDAY, "last": MONDAY + DAY, "at": NOW}
    enter_days(officer=officer, kind=Away.LEAVE, by=littleford.planner, **days)
    made = Absence.objects.get().pk
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: enter_days(officer=officer, kind=Away.LEAVE, by=littleford.planner, **days), "entered for some of"),
        (lambda: enter_days(officer=officer, kind=Away.SICK, by=littleford.planner, **days), "page of its own"),
        (lambda: enter_days(officer=officer, kind=Away.LEAVE, by=own, **days), "own leave"),
        (lambda: enter_days(officer=10**6, kind=Away.COURT, by=littleford.planner, **days), "not on the establishment"),
        (lambda: enter_days(officer=officer, kind=Away.COURT, by=littleford.planner, at=NOW, first=NOW.date() - DAY,
                            last=NOW.date() - DAY), "are over"),
        (lambda: take_days_back(absence=made, by=littleford.planner, at=NOW + timedelta(days=90)), "are over"),
        (lambda: set_restrictions(officer=officer, restricted=["no teas"], by=littleford.planner, at=NOW), "no teas"),
        (lambda: set_acting_rank(officer=officer, rank="king", by=littleford.planner, at=NOW), "no such rank"),
        (lambda: end_skill(officer=officer, skill="taser", by=littleford.planner, at=NOW), "not recorded"),
    ]  # fmt: skip
    for act, words in refused:
        with pytest.raises(Refused, match=words):
            act()


def test_a_special_acts_in_no_rank(littleford: Littleford) -> None:
    Post.objects.filter(officer__collar_number="109").update(is_special=True)
    with pytest.raises(Refused, match="a special never acts in one"):
        set_acting_rank(officer=littleford.officer("109").pk, rank="sergeant", by=littleford.planner, at=NOW)


def test_a_skill_that_runs_out_or_ends_leaves_a_gap_and_one_that_is_given_closes_it(littleford: Littleford) -> None:
    roster = littleford.a_published_roster()
    for collar in DRIVERS:
        enter_skill(
            officer=littleford.officer(collar).pk, skill="response_driver", expires=MONDAY + 20 * DAY,
            by=littleford.planner, at=NOW,
        )  # fmt: skip
    short = CoverGap.objects.filter(closed_at=None, skill="response_driver")
    assert short.earliest("begins").begins.date() == MONDAY + 21 * DAY
    on = littleford.on(roster, MONDAY + 21 * DAY, "E")[0].officer_id
    enter_skill(officer=on, skill="response_driver", expires=None, by=littleford.planner, at=NOW)
    assert not short.filter(begins__date=MONDAY + 21 * DAY).exists()
    end_skill(officer=on, skill="response_driver", by=littleford.planner, at=NOW)
    assert short.filter(begins__date=MONDAY + 21 * DAY).exists()
    assert Entry.objects.filter(event="duty.skill_ended").count() == 1


def test_restrictions_and_acting_rank_are_kept_when_the_list_is_loaded_anew(littleford: Littleford) -> None:
    officer = littleford.officer("104").pk
    set_restrictions(officer=officer, restricted=["no nights"], by=littleford.planner, at=NOW)
    set_acting_rank(officer=officer, rank="sergeant", by=littleford.planner, at=NOW)
    load_establishment(by=SETTING_UP, at=NOW, folder=LITTLEFORD, is_demonstration=True)
    post = Post.objects.get(officer=officer)
    assert (post.restricted, post.acting_rank) == (["no nights"], "sergeant")
    said = Entry.objects.filter(event__in=("duty.restrictions_set", "duty.acting_rank_set")).order_by("pk")
    assert [one.event for one in said] == ["duty.restrictions_set", "duty.acting_rank_set"]


def test_what_is_wrong_as_things_stand_is_said_by_the_checker(littleford: Littleford) -> None:
    """A late on the eve of court ends at midnight; a restriction touches nobody who works no nights."""
    roster = littleford.a_published_roster()
    late = littleford.on(roster, MONDAY, "L")[0]
    assert wrong_now(late.officer_id, NOW) == ()
    enter_days(
        officer=late.officer_id, kind=Away.COURT, first=MONDAY + DAY, last=MONDAY + DAY, by=littleford.planner, at=NOW
    )
    assert "eve of court" in {one.rule for one in wrong_now(late.officer_id, NOW)}
