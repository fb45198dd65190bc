"""Death or serious injury: the record is frozen at once, the referral is owed, a superintendent opens it again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bluelamp.custody.actions import cells, hospital, reviewing
from bluelamp.custody.actions.calling import call
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.referring import open_referral, send_referral, unfreeze
from bluelamp.custody.actions.searching import SearchMade, search
from bluelamp.custody.actions.treating import use_of_force
from bluelamp.custody.actions.visiting import record_visit
from bluelamp.custody.models import Detention, Referral
from bluelamp.custody.rules.referral import Harm
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise, State
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

AT = TEN + 5 * HOUR
ORDINARY = SearchMade(level="ordinary", reasons="To find what they have.", searcher_sex="male", found="Keys")


def opened(evening: Evening, found: Detention, at: datetime = AT, **more: Any) -> Referral:
    facts: dict[str, Any] = {"harm": Harm.SERIOUS_INJURY, "happened_at": at - MINUTE, "words": "Found with a ligature"}
    facts |= {"told": "Inspector Vale 03:15", "by": evening.acting("custody_officer"), **more}
    done(open_referral, at, detention=found.pk, **facts)
    return Referral.objects.latest("pk")


def test_the_record_is_frozen_and_the_referral_is_owed_by_the_end_of_the_next_day(evening: Evening) -> None:
    found = evening.held()
    made = opened(evening, found)
    assert Detention.objects.get(pk=found.pk).frozen_at == AT
    owed = Promise.objects.get(record=found.ref, kind="custody.referral")
    assert owed.due_at == datetime(2026, 11, 23, tzinfo=UTC)  # known on Saturday: the end of Sunday
    assert "reg. 8" in owed.basis
    done(send_referral, AT + HOUR, by=evening.acting("custody_officer"), detention=found.pk, reference="2026/1")
    assert Promise.objects.get(pk=owed.pk).state == State.KEPT
    assert Referral.objects.get(pk=made.pk).referred_at == AT + HOUR


def test_somebody_injured_is_cared_for_and_reviewed_while_the_rest_of_the_record_is_frozen(evening: Evening) -> None:
    """What goes on being owed can be done: nobody waits for a superintendent to be taken to a doctor."""
    found = evening.held()
    opened(evening, found)
    keeper, inspector = evening.acting("custody_officer"), evening.acting("reviewing_inspector")
    plan = {"level": 3, "why": "Found with a ligature", "observer": "DO 7114 Tull"}
    done(set_care_plan, AT + MINUTE, by=keeper, detention=found.pk, **plan)
    done(call, AT + 2 * MINUTE, by=keeper, detention=found.pk, kind="healthcare", who="The nurse on call")
    done(record_visit, AT + 4 * MINUTE, by=keeper, detention=found.pk, words="Awake, talks to the nurse.")
    done(reviewing.review, AT + 5 * MINUTE, by=inspector, detention=found.pk, outcome="continued", words="Needed")
    done(hospital.go_to_hospital, AT + 6 * MINUTE, by=keeper, detention=found.pk, why="Neck")
    with pytest.raises(Refused, match=r"is frozen since .*Sch\. 3 para\. 14C"):
        done(search, AT + 7 * MINUTE, by=keeper, detention=found.pk, made=ORDINARY)
    force = {"tactics": ["handcuffs"], "used_by": "PC 1", "why": "Resisted", "injury": "none"}
    with pytest.raises(Refused, match="is frozen since"):  # it may be about the injury itself
        done(use_of_force, AT + 8 * MINUTE, by=keeper, detention=found.pk, **force)


def test_after_a_death_every_action_is_refused_and_nothing_is_written(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found, harm=Harm.DEATH)
    before = len(timeline(found.ref))
    keeper, inspector = evening.acting("custody_officer"), evening.acting("reviewing_inspector")
    tries: list[tuple[Any, dict[str, Any]]] = [
        (cells.allocate_cell, {"by": keeper, "cell": evening.cell("M1").pk}),
        (hospital.go_to_hospital, {"by": keeper, "why": "Head"}),
        (reviewing.review, {"by": inspector, "outcome": "continued", "words": "Needed"}),
    ]
    for action, facts in tries:
        with pytest.raises(Refused, match=r"is frozen since .*Sch\. 3 para\. 14C"):
            done(action, AT + MINUTE, detention=found.pk, **facts)
    assert len(timeline(found.ref)) == before


def test_only_a_superintendent_with_a_reason_opens_it_once_referred(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found)
    keeper, boss = evening.acting("custody_officer"), evening.acting("superintendent")
    with pytest.raises(Refused, match="Refer it to the IOPC first"):
        done(unfreeze, AT + HOUR, by=boss, detention=found.pk, why="Copied")
    done(send_referral, AT + HOUR, by=keeper, detention=found.pk, reference="2026/1")
    for by, why, words in ((keeper, "Copied", "superintendent"), (boss, " ", "Say why")):
        with pytest.raises(Refused, match=words):
            done(unfreeze, AT + HOUR, by=by, detention=found.pk, why=why)
    done(unfreeze, AT + 2 * HOUR, by=boss, detention=found.pk, why="The record was copied; he is still held")
    assert Detention.objects.get(pk=found.pk).frozen_at is None
    evening.in_cell(found, "M1", AT + 3 * HOUR)
    with pytest.raises(Refused, match="not frozen"):
        done(unfreeze, AT + 4 * HOUR, by=boss, detention=found.pk, why="Again")


def test_an_injury_that_becomes_a_death_is_a_second_referral(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found)
    with pytest.raises(Refused, match="written down already"):
        opened(evening, found, AT + HOUR)
    opened(evening, found, AT + HOUR, harm=Harm.DEATH)
    assert Promise.objects.filter(record=found.ref, kind="custody.referral", state=State.OPEN).count() == 2
    done(send_referral, AT + 2 * HOUR, by=evening.acting("superintendent"), detention=found.pk, reference="2026/1")
    assert not Promise.objects.filter(record=found.ref, kind="custody.referral", state=State.OPEN).exists()
    with pytest.raises(Refused, match="No referral is owed"):
        done(send_referral, AT + 3 * HOUR, by=evening.acting("superintendent"), detention=found.pk, reference="2")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"words": " "}, "Write what happened"),
        ({"told": ""}, "Say who was told"),
        ({"happened_at": AT + timedelta(minutes=1)}, "still to come"),
        ({"happened_at": TEN, "reason": "Late"}, "before the person came into custody"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_frozen(evening: Evening, facts: dict[str, Any], words: str) -> None:
    found = evening.held()
    with pytest.raises(Refused, match=words):
        opened(evening, found, **facts)
    assert Detention.objects.get(pk=found.pk).frozen_at is None
    assert not Referral.objects.exists()


def test_who_may_not_refer_is_refused(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="refer a death or serious injury"):
        opened(evening, found, by=evening.acting("response_officer"))


def owed(found: Detention) -> set[str]:
    return set(Promise.objects.filter(record=found.ref, state=State.OPEN).values_list("kind", flat=True))


def test_somebody_injured_is_still_held_and_their_clock_stays_owed(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found)
    assert {"custody.detention_limit", "custody.review", "custody.referral"} <= owed(found)


def test_nothing_but_the_referral_is_owed_of_the_dead(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found, harm=Harm.DEATH)
    assert owed(found) == {"custody.referral"}


def test_a_record_opened_again_has_its_clocks_worked_out_anew(evening: Evening) -> None:
    found = evening.held()
    opened(evening, found)
    Detention.objects.filter(pk=found.pk).update(limit_at=None)
    done(send_referral, AT + HOUR, by=evening.acting("custody_officer"), detention=found.pk, reference="2026/1")
    done(unfreeze, AT + 2 * HOUR, by=evening.acting("superintendent"), detention=found.pk, why="Copied")
    assert Detention.objects.get(pk=found.pk).limit_at == found.limit_at
