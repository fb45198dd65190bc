"""Swaps through their actions: offered, agreed, refused once they became illegal, declined, taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.swapping import agree_swap, decline_swap, offer_swap, withdraw_swap
from bluelamp.duty.gaps import checked
from bluelamp.duty.models import CoverGap, DutyNotice, PlannedDuty, Roster, Swap
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.swap_facts import SwapFacts
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.duty.borough import NOW, Littleford

HOUR = timedelta(hours=1)


@pytest.fixture
def roster(littleford: Littleford) -> Roster:
    return littleford.a_published_roster()


Pair = tuple[PlannedDuty, PlannedDuty]


def pairs(roster: Roster, *, same_day: bool, kind: str = "duty") -> Iterator[Pair]:
    """Swaps of PC 104's that every rule allows, soonest first."""
    rows = list(roster.duties.filter(kind=kind).select_related("officer").order_by("day", "officer"))
    facts = SwapFacts(roster, "response", officers={one.officer_id for one in rows})
    for own in [one for one in rows if one.officer.collar_number == "104"]:
        for other in rows:
            near = abs((other.day - own.day).days) < 5 and (own.day == other.day) == same_day
            if near and other.officer_id != own.officer_id and facts.verdict(own, other, at=NOW).allowed:
                yield own, other


def a_pair(roster: Roster, *, same_day: bool = False) -> Pair:
    return next(pairs(roster, same_day=same_day))


def offered(littleford: Littleford, pair: Pair) -> Swap:
    ref = offer_swap(gives=pair[0].pk, takes=pair[1].pk, by=littleford.who("104"), at=NOW)
    return Swap.objects.get(pk=ref.partition(":")[2])


def shifts_of(roster: Roster, officer: int, *days: object) -> list[str]:
    return list(roster.duties.filter(officer=officer, day__in=days, kind="duty").values_list("shift", flat=True))


def test_the_colleague_is_told_of_an_offer_and_nothing_changes_yet(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    swap = offered(littleford, (own, other))
    assert (swap.state, swap.taker_id) == ("offered", other.officer_id)
    told = DutyNotice.objects.filter(officer=other.officer_id).latest("pk")
    assert told.words.startswith("PC 104 D. Dunn offers you ")
    assert roster.duties.filter(pk__in=[own.pk, other.pk]).count() == 2
    entry = Entry.objects.get(event="duty.swap_offered")
    assert "Dunn" not in entry.facts
    with pytest.raises(Refused, match="offered this swap already"):
        offered(littleford, (own, other))


@pytest.mark.parametrize("same_day", [False, True])
def test_agreeing_changes_both_duties_and_tells_both(littleford: Littleford, roster: Roster, same_day: bool) -> None:
    own, other = a_pair(roster, same_day=same_day)
    swap = offered(littleford, (own, other))
    before, version = len(checked(roster).gaps), roster.version
    agree_swap(swap=swap.pk, by=littleford.who(other.officer.collar_number), at=NOW + HOUR)
    roster.refresh_from_db()
    days = {own.day, other.day}
    assert shifts_of(roster, own.officer_id, *days) == [other.shift]
    assert shifts_of(roster, other.officer_id, *days) == [own.shift]
    assert set(roster.duties.filter(source="swap").values_list("officer_id", "day")) == {
        (own.officer_id, other.day), (other.officer_id, own.day)
    }  # fmt: skip
    assert (roster.version, len(checked(roster).gaps)) == (version + 1, before)
    assert not CoverGap.objects.exists()
    told = DutyNotice.objects.filter(words__startswith="Your swap is made").values_list("officer_id", flat=True)
    assert set(told) == {own.officer_id, other.officer_id}
    written = [json.loads(one.facts) for one in Entry.objects.filter(event="duty.duty_changed", record=roster.ref)]
    assert len(written) == (2 if same_day else 4)
    assert Entry.objects.filter(event="duty.swap_answered", record=swap.ref).count() == 1
    with pytest.raises(Refused, match="was made already"):
        agree_swap(swap=swap.pk, by=littleford.who(other.officer.collar_number), at=NOW + HOUR)


def test_a_call_is_swapped_for_a_call(littleford: Littleford, roster: Roster) -> None:
    own, other = next(pairs(roster, same_day=False, kind="on_call"))
    swap = offered(littleford, (own, other))
    agree_swap(swap=swap.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    found = roster.duties.filter(kind="on_call", day__in=[own.day, other.day]).order_by("day")
    expected = sorted([(own.day, other.officer_id), (other.day, own.officer_id)])
    assert [(one.day, one.officer_id) for one in found] == expected


def test_what_became_illegal_meanwhile_is_refused_with_the_rule(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    swap = offered(littleford, (own, other))
    leave = AwayDays(officer=own.officer_id, kind=Away.LEAVE, first=other.day, last=other.day)
    enter_away(away=[leave], by=littleford.planner, at=NOW)
    with pytest.raises(Refused, match=r"a day of leave\. \(Police Regulations 2003 reg\. 33\)"):
        agree_swap(swap=swap.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    swap.refresh_from_db()
    assert swap.state == "offered"
    assert shifts_of(roster, own.officer_id, own.day) == [own.shift]
    assert not Entry.objects.filter(event="duty.duty_changed", record=roster.ref).exists()


def test_who_is_away_sick_is_not_said_to_be_sick(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    sick = AwayDays(officer=other.officer_id, kind=Away.SICK, first=own.day, last=own.day)
    enter_away(away=[sick], by=littleford.planner, at=NOW)
    with pytest.raises(Refused, match="is away then") as refusal:
        offered(littleford, (own, other))
    assert "sick" not in str(refusal.value).lower()


def test_a_gap_that_the_swap_would_make_is_refused(littleford: Littleford, roster: Roster) -> None:
    """Only PC 109 is no response driver: alone on an early, they would leave the unit without one."""
    ives = littleford.officer("109")
    for own in roster.duties.filter(shift="E", kind="duty").exclude(officer=ives).order_by("day"):
        roster.duties.filter(day=own.day, shift="E", kind="duty").exclude(pk=own.pk).delete()
        facts = SwapFacts(roster, "response", officers=(own.officer_id, ives.pk))
        for other in facts.duties[ives.pk]:
            verdict = facts.verdict(own, other, at=NOW)
            if other.kind == "duty" and other.day != own.day and "response drivers" in verdict.words:
                with pytest.raises(Refused, match=r"lack 1 of its response drivers, .* \(The borough's cover"):
                    offer_swap(gives=own.pk, takes=other.pk, by=littleford.who(own.officer.collar_number), at=NOW)
                return
    pytest.fail("No such swap in this roster.")


def test_too_late_is_refused(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    first = min(own.during.lower, other.during.lower)
    with pytest.raises(Refused, match="less than 12 h from now"):
        offer_swap(gives=own.pk, takes=other.pk, by=littleford.who("104"), at=first - 11 * HOUR)


def test_only_ones_own_duty_is_offered_and_only_the_one_asked_agrees(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    with pytest.raises(Refused, match="your own duties"):
        offer_swap(gives=own.pk, takes=other.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    swap = offered(littleford, (own, other))
    with pytest.raises(Refused, match="who was asked agrees"):
        agree_swap(swap=swap.pk, by=littleford.who("104"), at=NOW)
    with pytest.raises(Refused, match="who was asked declines"):
        decline_swap(swap=swap.pk, by=littleford.who("104"), at=NOW)
    with pytest.raises(Refused, match="takes it back"):
        withdraw_swap(swap=swap.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    with pytest.raises(Refused):
        decline_swap(swap=swap.pk, by=replace(littleford.who("104"), capabilities=frozenset()), at=NOW)


def test_declined_and_withdrawn_end_it_and_tell_the_other(littleford: Littleford, roster: Roster) -> None:
    (own, other), (mine, theirs) = islice(pairs(roster, same_day=False), 2)
    first, second = offered(littleford, (own, other)), offered(littleford, (mine, theirs))
    decline_swap(swap=first.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    withdraw_swap(swap=second.pk, by=littleford.who("104"), at=NOW)
    assert sorted(Swap.objects.values_list("state", flat=True)) == ["declined", "withdrawn"]
    assert "declined your swap" in DutyNotice.objects.filter(officer=own.officer_id).latest("pk").words
    assert "took back the swap" in DutyNotice.objects.filter(officer=theirs.officer_id).latest("pk").words
    with pytest.raises(Refused, match="was declined already"):
        agree_swap(swap=first.pk, by=littleford.who(other.officer.collar_number), at=NOW)


def test_other_offers_of_a_duty_that_changed_hands_are_over(littleford: Littleford, roster: Roster) -> None:
    found = pairs(roster, same_day=False)
    own, other = next(found)
    mine, also = next((one, two) for one, two in found if (one.pk == own.pk) != (two.pk == other.pk))
    kept, over = offered(littleford, (own, other)), offered(littleford, (mine, also))
    agree_swap(swap=kept.pk, by=littleford.who(other.officer.collar_number), at=NOW)
    over.refresh_from_db()
    assert over.state == "withdrawn"
    assert "a duty has changed hands" in DutyNotice.objects.filter(officer=also.officer_id).latest("pk").words


def test_a_form_sent_twice_swaps_once(littleford: Littleford, roster: Roster) -> None:
    own, other = a_pair(roster)
    given = {"gives": own.pk, "takes": other.pk, "by": littleford.who("104"), "at": NOW, "key": "k-1"}
    assert offer_swap(**given) == offer_swap(**given)  # type: ignore[arg-type]
    assert Swap.objects.count() == 1


def test_a_draft_is_not_swapped(littleford: Littleford) -> None:
    draft = littleford.a_made_draft()
    own = draft.duties.filter(officer=littleford.officer("104"), kind="duty").first()
    other = draft.duties.filter(kind="duty").exclude(officer=littleford.officer("104")).first()
    assert own
    assert other
    with pytest.raises(Refused, match="once the roster is published"):
        offer_swap(gives=own.pk, takes=other.pk, by=littleford.who("104"), at=NOW)
    with pytest.raises(Refused, match="no longer as it was"):
        offer_swap(gives=0, takes=other.pk, by=littleford.who("104"), at=NOW)
