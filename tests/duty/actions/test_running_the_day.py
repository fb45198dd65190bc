"""A sick call to covered again: what breaks, the ways, who is asked, what they answer, and every rule asked twice."""

import json
from datetime import date, datetime, time, timedelta

import pytest

from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.running_the_day import Asked, answer_ask, ask_to_mend, ask_together, take_sick_call
from bluelamp.duty.actions.tours import book_on
from bluelamp.duty.checking.check import check
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.mending import people_around, ways
from bluelamp.duty.models import (
    Absence,
    Ask,
    CoverGap,
    DutyNotice,
    OfficerSkill,
    PatrolStatus,
    PlannedDuty,
    Post,
    Roster,
    TimeEntry,
    Tour,
)
from bluelamp.duty.published import document_of
from bluelamp.duty.rules.planning import Away, Member
from bluelamp.duty.rules.repairs import Change, newly_broken
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, MONDAY, NOW, SETTING_UP, Littleford


class Morning:
    """Twenty to six on a day on which the last of the late officers rings in sick."""

    def __init__(self, littleford: Littleford) -> None:
        self.borough = littleford
        self.roster = littleford.a_published_roster()
        self.day = MONDAY + 9 * DAY
        self.at = local(self.day, time(5, 40))
        self.desk = littleford.planner
        *others, last = [one.officer_id for one in littleford.on(self.roster, self.day, "L")]
        self.sick = last
        for one in others:
            away = [AwayDays(officer=one, kind=Away.SICK, first=self.day, last=self.day)]
            enter_away(away=away, by=self.desk, at=self.at - DAY)

    def ring(self, last: date | None = None) -> list[CoverGap]:
        refs = take_sick_call(officer=self.sick, first=self.day, last=last or self.day, by=self.desk, at=self.at)
        return [CoverGap.objects.get(pk=ref.partition(":")[2]) for ref in refs]

    def ask(self, gap: CoverGap, n: int = 0) -> Ask:
        way = ways(gap, at=self.at)[0][n].option
        officer = int(way.member.officer.partition(":")[2])
        ref = ask_to_mend(gap=gap.pk, officer=officer, title=way.title, by=self.desk, at=self.at)
        return Ask.objects.get(pk=ref.partition(":")[2])

    def gaps_now(self) -> list[tuple[datetime, datetime]]:
        """What the checker says of the whole roster as it stands."""
        document = document_of(self.roster, cover=cover_in_force(), law=law_of("duty"))
        return [(one.begins, one.ends) for one in check(document).gaps]


@pytest.fixture
def morning(littleford: Littleford) -> Morning:
    return Morning(littleford)


def test_what_breaks_is_a_gap_to_the_minute_and_a_promise(morning: Morning) -> None:
    gaps = morning.ring()
    late = next(one for one in gaps if not one.call)
    assert (late.begins, late.ends) == (local(morning.day, time(16)), local(morning.day + DAY, time(0)))
    assert (late.needed, late.there) == (1, 0)
    promise = Promise.objects.get(kind="duty.cover_kept", record=late.ref)
    assert promise.due_at == late.begins
    assert Absence.objects.get(officer=morning.sick).kind == "sick"
    assert Entry.objects.filter(event="duty.cover_broken", record=morning.roster.ref).exists()


def test_the_ways_are_ranked_with_cost_rest_and_what_they_leave(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    found, cannot = ways(late, at=morning.at)
    assert found
    assert [one.option.points for one in found] == sorted(one.option.points for one in found)
    for way in found:
        assert way.option.cost
        assert way.option.source
        assert way.rest
        assert way.mends
        assert way.leaves
        assert way.option.member.officer != f"officer:{morning.sick}"
    assert all(one.words and one.source for one in cannot)


def test_agreed_is_mended_at_once_and_every_rule_still_holds(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    assert DutyNotice.objects.filter(officer=ask.officer, words__contains="asks").exists()
    before = (local(morning.day, time(16)), local(morning.day + DAY, time(0)))
    assert before in morning.gaps_now()
    answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=morning.at)
    late.refresh_from_db()
    assert late.closed_at == morning.at
    assert before not in morning.gaps_now()
    assert Promise.objects.get(kind="duty.cover_kept", record=late.ref).state == "kept"
    document = document_of(morning.roster, cover=cover_in_force(), law=law_of("duty"))
    assert [one for one in check(document).broken if one.hard] == []
    morning.roster.refresh_from_db()
    frozen = check(morning.roster.frozen)
    assert frozen.uncovered_minutes == 0, "what was published stays as it was"


def test_who_agrees_to_stay_on_is_booked_on_for_as_long(morning: Morning) -> None:
    """The one on the early, who is booked on until 16:00, stays until 20:00: the tour that runs says so."""
    early = morning.borough.on(morning.roster, morning.day, "E")[0]
    team, until = early.officer.post.team_id, early.during.upper
    book_on(officer=early.officer_id, team=team, until=until, by=SETTING_UP, at=early.during.lower)
    evening = (until + timedelta(hours=4), local(morning.day + DAY, time(0)))
    spare = morning.borough.officer("109")
    PlannedDuty.objects.filter(officer=spare, day=morning.day).delete()
    PlannedDuty.objects.create(
        roster=morning.roster, officer=spare, unit="response", day=morning.day, shift="L", kind="duty", during=evening
    )
    (late,) = [one for one in morning.ring() if (one.call, one.skill, one.begins) == (False, "", until)]
    ways_now, _ = ways(late, at=until - timedelta(hours=1))
    way = next(one.option for one in ways_now if one.option.member.officer == f"officer:{early.officer_id}")
    at = until - timedelta(hours=1)
    ref = ask_to_mend(gap=late.pk, officer=early.officer_id, title=way.title, by=morning.desk, at=at)
    answer_ask(ask=int(ref.partition(":")[2]), agreed=True, by=morning.desk, at=at)
    assert Tour.objects.get(officer=early.officer_id).during.upper == way.change.ends > until
    assert Entry.objects.filter(event="duty.stays_on").count() == 1


def test_declined_leaves_the_roster_and_nobody_says_why(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    planned = list(PlannedDuty.objects.order_by("pk").values_list("pk", flat=True))
    answer_ask(ask=ask.pk, agreed=False, by=morning.desk, at=morning.at)
    assert list(PlannedDuty.objects.order_by("pk").values_list("pk", flat=True)) == planned
    with pytest.raises(Refused, match="declined already"):
        answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=morning.at)


def test_a_change_that_became_unlawful_meanwhile_is_refused_with_the_rule(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    day = date.fromisoformat(ask.changes[0]["day"])
    PlannedDuty.objects.filter(officer=ask.officer_id, day=day + DAY).delete()
    early = local(day + DAY, time(5)), local(day + DAY, time(13))
    PlannedDuty.objects.create(
        roster=morning.roster, officer_id=ask.officer_id, unit="response", day=day + DAY, shift="E", kind="duty",
        during=early,
    )  # fmt: skip
    with pytest.raises(Refused, match=r"unlawful meanwhile.*rest"):
        answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=morning.at)
    ask.refresh_from_db()
    assert ask.state == Ask.State.ASKED, "nothing was written"


def test_who_fell_sick_meanwhile_is_refused(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    enter_away(
        away=[AwayDays(officer=ask.officer_id, kind=Away.SICK, first=morning.day, last=morning.day)],
        by=morning.desk, at=morning.at,
    )  # fmt: skip
    with pytest.raises(Refused, match="is away on"):
        answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=morning.at)


def test_the_officer_answers_for_themselves_and_for_nobody_else(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    other = next(str(101 + n) for n in range(9) if morning.borough.officer(str(101 + n)).pk != ask.officer_id)
    with pytest.raises(Refused, match="Only who was asked"):
        answer_ask(ask=ask.pk, agreed=True, by=morning.borough.who(other), at=morning.at)
    answer_ask(ask=ask.pk, agreed=True, by=morning.borough.who(ask.officer.collar_number), at=morning.at)
    ask.refresh_from_db()
    assert ask.state == Ask.State.APPLIED


def test_a_rest_day_worked_is_written_to_the_account_by_its_notice(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    found, _ = ways(late, at=morning.at)
    n = next((n for n, one in enumerate(found) if "rest day" in one.option.title), None)
    assert n is not None, "there is always somebody at rest here"
    assert "0 clear days of notice" in found[n].option.cost
    ask = morning.ask(late, n)
    answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=morning.at)
    entry = TimeEntry.objects.get(officer=ask.officer)
    assert (entry.kind, entry.amount, entry.day) == (TimeEntry.Kind.OVERTIME, 9 * 60, morning.day)
    assert "Annex H" in entry.source
    told = json.loads(Entry.objects.get(event="duty.time_written").facts)
    assert told["amount"] == 540


def test_others_who_were_asked_are_no_longer_needed(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    first, second = morning.ask(late, 0), morning.ask(late, 1)
    answer_ask(ask=second.pk, agreed=True, by=morning.desk, at=morning.at)
    first.refresh_from_db()
    assert first.state == Ask.State.OVERTAKEN


def test_a_gap_that_is_mended_asks_nobody_more(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    title = ways(late, at=morning.at)[0][0].option
    answer_ask(ask=morning.ask(late).pk, agreed=True, by=morning.desk, at=morning.at)
    officer = int(title.member.officer.partition(":")[2])
    with pytest.raises(Refused, match="is mended"):
        ask_to_mend(gap=late.pk, officer=officer, title=title.title, by=morning.desk, at=morning.at)


def test_a_gap_that_has_begun_and_is_covered_then_is_broken(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    ask = morning.ask(late)
    answer_ask(ask=ask.pk, agreed=True, by=morning.desk, at=late.begins + timedelta(minutes=30))
    late.refresh_from_db()
    assert late.closed_at == late.begins + timedelta(minutes=30)
    assert Promise.objects.get(kind="duty.cover_kept", record=late.ref).state == "broken"


def test_a_gap_of_many_days_is_one_gap_however_often_its_days_are_looked_at(morning: Morning) -> None:
    """Nobody is on call for two weeks; a sick call in the middle of them opens no second gap of call."""
    first, last = morning.day + 7 * DAY, morning.day + 20 * DAY
    PlannedDuty.objects.filter(kind="on_call", day__gte=first, day__lte=last).delete()
    desk, middle = morning.desk, first + 6 * DAY
    someone = morning.borough.on(morning.roster, middle, "E")[0].officer_id
    for _ in range(2):
        take_sick_call(officer=someone, first=middle, last=middle, by=desk, at=morning.at)
        (gap,) = CoverGap.objects.filter(call=True, closed_at=None, ends__gt=local(first, time(7)))
        assert (gap.begins, gap.ends) == (local(first, time(7)), local(last + DAY, time(7)))


def test_bad_sick_calls_are_refused_in_words(morning: Morning) -> None:
    before = CoverGap.objects.count()
    for officer, last, words in (
        (morning.sick, morning.day - DAY, "not before the first"),
        (999_999, morning.day, "not on the establishment"),
    ):
        with pytest.raises(Refused, match=words):
            take_sick_call(officer=officer, first=morning.day, last=last, by=morning.desk, at=morning.at)
    assert CoverGap.objects.count() == before
    assert Roster.objects.get().state == Roster.State.PUBLISHED


def two_who_exchange(morning: Morning) -> list[Asked]:
    """One on the early does the late instead, one who is off does the early: each is needed for the other."""
    law = law_of("duty")
    people = people_around(morning.roster, morning.day, cover_in_force())
    early = morning.borough.on(morning.roster, morning.day, "E")
    for one in early[1:]:
        one.delete()
    off = next(
        member for member, placed in people
        if not any(one.day == morning.day for one in placed) and not member.away
        and member.holds("response_driver", on=morning.day)
        and not newly_broken(member, placed, early_of(member, morning.day), law, cover=cover_in_force())
    )  # fmt: skip
    return [
        Asked(officer=early[0].officer_id, day=morning.day, before="E", after="L"),
        Asked(officer=int(off.officer.partition(":")[2]), day=morning.day, before="", after="E"),
    ]


def early_of(member: Member, day: date) -> Change:
    begins, ends = cover_in_force().shifts["E"].window.on(day)
    return Change(officer=member.officer, day=day, before="", after="E", unit="response", begins=begins, ends=ends)


def test_several_are_asked_as_one_and_nothing_changes_until_the_last_agrees(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    changes = two_who_exchange(morning)
    refs = ask_together(gap=late.pk, changes=changes, by=morning.desk, at=morning.at)
    first, second = (Ask.objects.get(pk=ref.partition(":")[2]) for ref in refs)
    assert first.cost == "One duty moved. No rest day lost, no overtime"
    assert second.cost.startswith("9 h at time and a half")
    answer_ask(ask=first.pk, agreed=True, by=morning.desk, at=morning.at)
    assert morning.roster.duties.filter(officer=first.officer, day=morning.day, shift="E").exists()
    answer_ask(ask=second.pk, agreed=True, by=morning.desk, at=morning.at)
    assert morning.roster.duties.get(officer=first.officer, day=morning.day, kind="duty").shift == "L"
    assert morning.roster.duties.get(officer=second.officer, day=morning.day, kind="duty").shift == "E"
    late.refresh_from_db()
    assert late.closed_at == morning.at
    assert TimeEntry.objects.get(officer=second.officer).amount == 9 * 60


def test_where_one_declines_nobody_elses_duty_changes(morning: Morning) -> None:
    late = next(one for one in morning.ring() if not one.call)
    refs = ask_together(gap=late.pk, changes=two_who_exchange(morning), by=morning.desk, at=morning.at)
    first, second = (Ask.objects.get(pk=ref.partition(":")[2]) for ref in refs)
    answer_ask(ask=first.pk, agreed=True, by=morning.desk, at=morning.at)
    answer_ask(ask=second.pk, agreed=False, by=morning.desk, at=morning.at)
    assert Ask.objects.get(pk=first.pk).state == Ask.State.OVERTAKEN
    assert morning.roster.duties.filter(officer=first.officer, day=morning.day, shift="E").exists()
    assert "No longer needed" in DutyNotice.objects.filter(officer=first.officer).latest("pk").words
    assert not TimeEntry.objects.exists()


def test_one_half_of_an_exchange_is_not_asked_for(morning: Morning) -> None:
    """The early that would be left is a gap of its own."""
    late = next(one for one in morning.ring() if not one.call)
    with pytest.raises(Refused, match="Response would lack"):
        ask_together(gap=late.pk, changes=two_who_exchange(morning)[:1], by=morning.desk, at=morning.at)
    assert not Ask.objects.exists()


def test_an_answer_that_would_leave_another_duty_short_by_now_is_refused(morning: Morning) -> None:
    """When they were asked somebody else was on the early too; by the answer that one is sick."""
    late = next(one for one in morning.ring() if not one.call)
    early, *others = morning.borough.on(morning.roster, morning.day, "E")
    assert others, "two on the early, or nobody could be moved"
    option = next(
        one.option for one in ways(late, at=morning.at)[0] if one.option.kind == "moved"
    )  # fmt: skip
    moved = int(option.member.officer.partition(":")[2])
    ref = ask_to_mend(gap=late.pk, officer=moved, title=option.title, by=morning.desk, at=morning.at)
    for one in (early, *others):
        if one.officer_id != moved:
            take_sick_call(officer=one.officer_id, first=morning.day, last=morning.day, by=morning.desk, at=morning.at)
    with pytest.raises(Refused, match="Response would lack"):
        answer_ask(ask=int(ref.partition(":")[2]), agreed=True, by=morning.desk, at=morning.at)
    assert morning.roster.duties.filter(officer=moved, day=morning.day, shift="E").exists()


def test_an_accompanied_special_who_would_be_alone_is_a_gap_with_ways_to_mend_it(morning: Morning) -> None:
    """Two of them go with two on the early, of whom one rings in sick. One more officer is asked, or one special is
    stood down, and covered it is again; whoever mends it so gains no line of time."""
    early, specials = morning.borough.on(morning.roster, morning.day, "E"), []
    for one in early[2:]:
        one.delete()
    for n in range(2):
        officer = Officer.objects.create(
            user_name=f"s{n}", name=f"Special {n}", collar_number=f"80{n}", enrolled_at=NOW
        )
        Post.objects.create(officer=officer, team=early[0].officer.post.team, unit="response", is_special=True)
        PatrolStatus.objects.create(officer=officer, step="accompanied", since=morning.day)
        for skill in ("officer_safety", "first_aid"):
            OfficerSkill.objects.create(officer=officer, skill=skill)
        PlannedDuty.objects.create(
            roster=morning.roster, officer=officer, unit="response", day=morning.day, shift="E", kind="duty",
            during=early[0].during,
        )  # fmt: skip
        specials.append(officer)
    sick = early[0].officer_id
    take_sick_call(officer=sick, first=morning.day, last=morning.day, by=morning.desk, at=morning.at)
    gap = CoverGap.objects.get(skill="beside_special", closed_at=None)
    assert (gap.begins, gap.needed, gap.there) == (early[0].during.lower, 2, 1)
    assert Promise.objects.get(kind="duty.cover_kept", record=gap.ref).alarm_at == morning.at
    found = [one.option for one in ways(gap, at=morning.at)[0]]
    assert [one.title for one in found[:2]] == [f"{one} is stood down" for one in specials]
    assert any(one.member.counts for one in found), "or an officer goes with them"
    ref = ask_to_mend(gap=gap.pk, officer=specials[0].pk, title=found[0].title, by=morning.desk, at=morning.at)
    answer_ask(ask=int(ref.partition(":")[2]), agreed=True, by=morning.desk, at=morning.at)
    gap.refresh_from_db()
    assert gap.closed_at == morning.at
    assert not morning.roster.duties.filter(officer=specials[0]).exists()
    assert not TimeEntry.objects.filter(officer=specials[0]).exists()
