"""Ways to mend a gap: who may, what it asks of them and at what cost, and who cannot and by which rule."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.rules.repairs import Cannot, Change, GapFacts, Option, Placed, newly_broken, options, rest_words
from tests.duty.units import CALL, LAW, SHIFTS, cover

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
ALL = {**SHIFTS, **CALL}
COVER = cover(call=True)
NOW = local(MONDAY, time(5, 40))


def gap(begins: int = 15, ends: int = 24, *, skill: str = "", call: bool = False, day: date = MONDAY) -> GapFacts:
    since, until = _at(day, begins), _at(day, ends)
    return GapFacts(unit="a", skill=skill, call=call, begins=since, ends=until, short=1)


def _at(day: date, hour: int):  # type: ignore[no-untyped-def]
    return local(day + (hour // 24) * DAY, time(hour % 24))


def placed(shift: str, day: date = MONDAY, unit: str = "a") -> Placed:
    from bluelamp.duty.rules.planning import Planned

    duty = Planned(officer="officer:1", day=day, shift=shift).duty(ALL)
    return Placed(day=day, shift=shift, unit=unit, duty=duty)


def member(**more: object) -> Member:
    facts = {"officer": "officer:1", "name": "PC 1 Ash", "unit": "a", **more}
    return Member(**facts)  # type: ignore[arg-type]


def asked(
    who: Member,
    *duties: Placed,
    of: GapFacts | None = None,
    at=NOW,  # type: ignore[no-untyped-def]
    by: Cover = COVER,
) -> tuple[list[Option], list[Cannot]]:
    return options(of or gap(), [(who, duties)], cover=by, told_at=at, law=LAW)


def test_somebody_at_rest_is_asked_for_a_rest_day_at_its_price() -> None:
    (way,), cannot = asked(member())
    assert (way.title, cannot) == ("PC 1 Ash works a rest day, l", [])
    assert way.cost == "9 h at time and a half: 0 clear days of notice"
    assert (way.minutes, way.rest_day) == (540, False)
    assert "Annex H" in way.source


def test_with_fifteen_clear_days_it_is_another_rest_day() -> None:
    far = MONDAY + 16 * DAY
    (way,), _ = asked(member(), of=gap(day=far))
    assert way.cost == "Another rest day, told by Fri 27 Nov 2026: 15 clear days of notice"
    assert (way.minutes, way.rest_day) == (0, True)


def test_a_public_holiday_is_paid_double_and_asked_of_last() -> None:
    """Christmas Day 2026 is 32 days after Mon 23 November, New Year's Day 2026 three after the day told."""
    christmas = date(2026, 12, 25)
    (way,), _ = asked(member(), of=gap(day=christmas))
    (late,), _ = asked(member(), of=gap(day=christmas), at=_at(christmas - 8 * DAY, 8))
    assert (way.title, way.cost) == (
        "PC 1 Ash works a public holiday, l",
        "9 h at double time: 31 clear days of notice",
    )
    assert (way.minutes, way.rest_day) == (540, False)
    assert late.cost == "9 h at double time and another day off, told by Mon 21 Dec 2026: 7 clear days of notice"
    assert late.rest_day
    (ordinary,), _ = asked(member(), of=gap(day=christmas + 5 * DAY), at=_at(christmas, 8))
    assert way.points > ordinary.points


def test_a_duty_of_the_same_day_is_moved_if_it_has_not_begun() -> None:
    (way,), _ = asked(member(), placed("N"))
    assert way.title == "PC 1 Ash starts at 15:00, not 22:00"
    assert way.change == Change(
        officer="officer:1", day=MONDAY, before="N", after="L", unit="a", begins=_at(MONDAY, 15), ends=_at(MONDAY, 24)
    )
    assert asked(member(), placed("N"), at=_at(MONDAY, 22)) == ([], [])


def test_staying_on_is_asked_for_four_hours_at_most() -> None:
    (way,), _ = asked(member(), placed("E"), of=gap(16, 20), at=_at(MONDAY, 8))
    assert way.title == "PC 1 Ash stays to 20:00"
    assert (way.cost, way.minutes) == ("4 h of overtime, or time back", 240)
    assert asked(member(), placed("E"), of=gap(16, 21), at=_at(MONDAY, 8)) == ([], [])
    early, *_ = asked(member(), placed("L"), of=gap(13, 15), at=_at(MONDAY, 8))[0]
    assert early.title == "PC 1 Ash comes in at 13:00"


def test_another_unit_lends_who_is_on_duty_all_that_time() -> None:
    ((way), *more), _ = asked(member(unit="b"), placed("L", unit="b"))
    assert (way.title, more) == ("PC 1 Ash is lent for that duty", [])
    assert way.change.unit == "a"
    assert asked(member(unit="b"), placed("E", unit="b")) == ([], [])
    assert asked(member(unit="b")) == ([], []), "nobody of another unit gives up a rest day"


def test_a_gap_of_call_is_mended_by_going_on_call() -> None:
    (resting,), _ = asked(member(), of=gap(7, 31, call=True))
    (working,), _ = asked(member(), placed("E"), of=gap(7, 31, call=True))
    assert resting.title == "PC 1 Ash goes on call"
    assert resting.points > working.points
    assert resting.change.on_call
    assert asked(member(), placed("C"), of=gap(7, 31, call=True)) == ([], [])


def test_who_cannot_is_told_with_the_rule() -> None:
    found, (cannot,) = asked(member(), placed("N", MONDAY - DAY))
    assert found == []
    assert cannot.words.startswith("8 h of rest before 15:00 Mon 23 Nov 2026, 11 h at least")
    assert cannot.source == "Working Time Regulations 1998 reg. 10(1), Police Regulations 2003 Annex E"


@pytest.mark.parametrize(
    "who",
    [
        member(counts=False),
        member(away={MONDAY: Away.LEAVE}),
        member(away={MONDAY: Away.SICK}),
        member(skills={"taser": MONDAY - DAY}),
    ],
)
def test_volunteers_those_away_and_those_without_the_skill_are_not_asked(who: Member) -> None:
    assert asked(who, of=gap(skill="taser")) == ([], [])


def test_the_least_asked_of_people_stands_first() -> None:
    people = [
        (replace(member(), officer="officer:2", name="PC 2"), []),
        (replace(member(), officer="officer:3", name="PC 3"), [placed("N")]),
        (replace(member(), officer="officer:4", name="PC 4", unit="b"), [placed("L", unit="b")]),
    ]
    found, _ = options(gap(), people, cover=COVER, told_at=NOW, law=LAW)
    assert [one.member.name for one in found] == ["PC 4", "PC 3", "PC 2"]


def test_the_rest_around_a_change_in_words() -> None:
    (way,), _ = asked(member(), placed("E", MONDAY - DAY), placed("L", MONDAY + DAY))
    assert rest_words(way.member, [placed("E", MONDAY - DAY), placed("L", MONDAY + DAY)], way.change) == (
        "23 h before, 15 h after"
    )
    assert rest_words(way.member, [], way.change) == "No duty near it"


def test_what_was_broken_before_is_not_held_against_a_change() -> None:
    (way,), _ = asked(member())
    stood = [placed("L", MONDAY + 3 * DAY), placed("E", MONDAY + 4 * DAY)]
    assert newly_broken(way.member, stood, way.change, LAW, cover=COVER) is None


def test_who_may_not_work_nights_is_not_asked_for_one() -> None:
    found, (cannot,) = asked(member(no_nights=True), of=gap(22, 31))
    assert found == []
    assert cannot.words == "A night from 22:00 Mon 23 Nov 2026: this officer works no nights."
    assert len(asked(member(no_nights=True))[0]) == 1


def test_who_does_no_duty_outside_mends_no_gap_of_a_unit_that_works_outside() -> None:
    """Their own unit says why; of another unit they are not thought of. Inside the station they count like anybody."""
    outside = replace(COVER, units={"a": replace(COVER.units["a"], outside=True)})
    found, (cannot,) = asked(member(inside_only=True), by=outside)
    assert (found, cannot.words) == ([], "Does no duty outside the station.")
    assert "fit and deployable" in cannot.source
    assert asked(member(inside_only=True, unit="b"), placed("L", unit="b"), by=outside) == ([], [])
    assert len(asked(member(inside_only=True))[0]) == len(asked(member())[0]) == 1


def test_who_is_lent_has_the_skill_that_the_units_duties_ask_for() -> None:
    cells = replace(COVER, units={"a": replace(COVER.units["a"], asks="custody")})
    lent = placed("L", unit="b")
    for until, ways in ((MONDAY, 1), (MONDAY - DAY, 0)):
        found, cannot = asked(member(unit="b", skills={"custody": until}), lent, by=cells)
        assert len(found) == ways
        assert [one.words for one in cannot] == [
            "Training in custody is asked for and not in date on Mon 23 Nov 2026."
        ] * (1 - ways)
