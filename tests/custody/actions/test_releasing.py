"""Every way out of custody: what it needs is asked, named in words with the law, and nothing is written without it."""

from datetime import date, datetime
from typing import Any

import pytest

from bluelamp.custody.actions.referring import open_referral
from bluelamp.custody.actions.releasing import charged, release
from bluelamp.custody.models import Detention, Leaving
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.custody.rules.referral import Harm
from bluelamp.custody.rules.ways_out import ToCourt, WayOut
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise, State
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

AT = TEN + 15 * HOUR
SITTING = datetime.fromisoformat("2026-11-23T10:00:00+00:00")


def leave(evening: Evening, found: Detention, disposal: Disposal, at: datetime = AT, **more: Any) -> Detention:
    way = {name: more.pop(name) for name in list(more) if name in WayOut.__dataclass_fields__}
    closing = {name: more.pop(name) for name in list(more) if name in Closing.__dataclass_fields__}
    facts: dict[str, Any] = {"property_words": "Given back", **more}
    done(
        release, at, by=evening.acting("custody_officer"), detention=found.pk, way=WayOut(disposal=disposal, **way),
        closing=Closing(disposal=disposal, **closing), **facts,
    )  # fmt: skip
    return Detention.objects.get(pk=found.pk)


OPEN: dict[Disposal, dict[str, Any]] = {
    Disposal.NO_FURTHER_ACTION: {"words": "The camera shows another", "notice_given": True},
    Disposal.BAIL: {},
    Disposal.BAIL_WITH_CONDITIONS: {"words": "Not to enter the shop", "victim_views_sought": True},
    Disposal.UNDER_INVESTIGATION: {"words": "His telephone is examined"},
    Disposal.CAUTION: {"admitted": True, "consents": True},
    Disposal.CONDITIONAL_CAUTION: {"admitted": True, "consents": True, "agreed": "Pays for the door"},
    Disposal.COMMUNITY_RESOLUTION: {"admitted": True, "consents": True, "agreed": "Says sorry"},
    Disposal.PENALTY_NOTICE: {"reference": "PN 4471"},
    Disposal.WARRANT_OR_RECALL: {"reference": "Recall RC/88", "taken_over_by": "HMP Bedford"},
    Disposal.TRANSFERRED: {"taken_over_by": "Essex Police, Harlow"},
    Disposal.PLACE_OF_SAFETY: {"reference": "section 136", "taken_over_by": "The suite at Kingsley Green"},
    Disposal.DE_ARRESTED: {"words": "The warrant was another man's"},
}
MISSING = {
    Disposal.NO_FURTHER_ACTION: ("notice_given", "written notice"),
    Disposal.BAIL_WITH_CONDITIONS: ("victim_views_sought", "Seek the victim"),
    Disposal.UNDER_INVESTIGATION: ("words", "still to be investigated"),
    Disposal.CAUTION: ("admitted", "admission"),
    Disposal.CONDITIONAL_CAUTION: ("agreed", "conditions"),
    Disposal.COMMUNITY_RESOLUTION: ("consents", "consent"),
    Disposal.PENALTY_NOTICE: ("reference", "number of the notice"),
    Disposal.WARRANT_OR_RECALL: ("reference", "which warrant or recall"),
    Disposal.TRANSFERRED: ("taken_over_by", "who takes the person over"),
    Disposal.PLACE_OF_SAFETY: ("reference", "which section"),
    Disposal.DE_ARRESTED: ("words", "grounds for arrest are gone"),
}


@pytest.mark.parametrize("disposal", OPEN)
def test_with_what_it_needs_the_record_closes(evening: Evening, disposal: Disposal) -> None:
    found = evening.held()
    evening.assessed(found, AT - HOUR)
    closed = leave(evening, found, disposal, **OPEN[disposal])
    assert (closed.disposal, closed.released_at) == (disposal.value, AT)
    assert Leaving.objects.get(detention=found).property_words == "Given back"
    assert any(line.sentence.startswith(f"Out: {disposal.value}") for line in timeline(found.ref))
    assert not Promise.objects.filter(record=found.ref, state=State.OPEN).exists()


@pytest.mark.parametrize("disposal", MISSING)
def test_without_it_it_stays_open_and_says_what_is_missing(evening: Evening, disposal: Disposal) -> None:
    found = evening.held()
    evening.assessed(found, AT - HOUR)
    name, words = MISSING[disposal]
    before = len(timeline(found.ref))
    with pytest.raises(Refused, match=words) as said:
        leave(evening, found, disposal, **{key: value for key, value in OPEN[disposal].items() if key != name})
    assert "(" in str(said.value), "the law is named"
    assert Detention.objects.get(pk=found.pk).released_at is None
    assert not Leaving.objects.exists()
    assert len(timeline(found.ref)) == before


def test_nobody_leaves_without_a_risk_assessment_that_stands(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="Do the risk assessment before release"):
        leave(evening, found, Disposal.BAIL, risk_assessed=True, way_home="By bus")
    evening.assessed(found, AT - 2 * HOUR)
    done(charged, AT - HOUR, by=evening.acting("custody_officer"), detention=found.pk)
    with pytest.raises(Refused, match="Charged since the risk assessment: do it again"):
        leave(evening, found, Disposal.CHARGED_AND_BAILED)
    evening.assessed(found, AT - MINUTE)
    assert leave(evening, found, Disposal.CHARGED_AND_BAILED).released_at == AT


def test_property_is_settled_in_words(evening: Evening) -> None:
    found = evening.held()
    evening.assessed(found, AT)
    with pytest.raises(Refused, match="Settle the property"):
        leave(evening, found, Disposal.BAIL, property_words=" ")


def test_a_youth_caution_is_for_a_child_with_the_adult_there(evening: Evening) -> None:
    found = evening.held(appears_under_18=True)
    evening.assessed(found, AT, met_by="His mother")
    with pytest.raises(Refused, match="those of 18 and over"):
        leave(evening, found, Disposal.CAUTION, admitted=True, consents=True, appropriate_adult="His mother")
    with pytest.raises(Refused, match="appropriate adult"):
        leave(evening, found, Disposal.YOUTH_CAUTION, admitted=True)
    assert leave(evening, found, Disposal.YOUTH_CAUTION, admitted=True, appropriate_adult="His mother").released_at


def test_charged_and_kept_goes_to_the_first_sitting_and_the_court_is_owed_until_then(evening: Evening) -> None:
    found = evening.held()
    at = TEN + 20 * HOUR  # 18:05 on Saturday: the next sitting is on Monday at 10:00
    done(charged, at, by=evening.acting("custody_officer"), detention=found.pk, kept=True)
    owed = Promise.objects.get(record=found.ref, kind="custody.court")
    assert owed.due_at == SITTING
    evening.assessed(found, at + HOUR, stays_held=True, way_home="")
    leaves = SITTING - 2 * HOUR
    late = ToCourt(charged_at=None, court="St Albans", sitting_at=SITTING + 24 * HOUR, handed_to="Escort")
    with pytest.raises(Refused, match="not later than that"):
        leave(evening, found, Disposal.CHARGED_AND_KEPT, leaves, move=late)
    with pytest.raises(Refused, match=r"Name the court.*time of the sitting.*who takes the person"):
        leave(evening, found, Disposal.CHARGED_AND_KEPT, leaves)
    move = ToCourt(charged_at=None, court="St Albans", sitting_at=SITTING, handed_to="The escort contractor")
    leave(evening, found, Disposal.CHARGED_AND_KEPT, leaves, move=move)
    assert Leaving.objects.get(detention=found).sitting_at == SITTING
    assert Promise.objects.get(pk=owed.pk).state == State.KEPT


def test_who_is_not_authorised_yet_can_only_be_de_arrested(evening: Evening) -> None:
    found = evening.arrived()
    with pytest.raises(Refused, match="Authorise detention, or refuse it, first"):
        leave(evening, found, Disposal.BAIL)
    with pytest.raises(Refused, match="how the person gets home"):
        leave(evening, found, Disposal.DE_ARRESTED, words="Mistaken for another")
    closed = leave(evening, found, Disposal.DE_ARRESTED, words="Mistaken for another", way_home="On foot")
    assert closed.released_at == AT


def test_a_death_closes_the_record_only_once_it_is_to_be_referred(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="must be referred to the IOPC"):
        leave(evening, found, Disposal.DIED, referred_to_iopc=True)
    by = evening.acting("custody_officer")
    told = {"words": "Found not breathing", "told": "Inspector Vale"}
    done(open_referral, AT, by=by, detention=found.pk, harm=Harm.DEATH, happened_at=AT, **told)
    closed = leave(evening, found, Disposal.DIED, AT + HOUR)
    assert (closed.disposal, closed.frozen_at) == ("died", AT)
    assert Promise.objects.get(record=found.ref, kind="custody.referral").state == State.OPEN


def test_bail_ends_with_the_last_day_of_three_months(evening: Evening) -> None:
    found = evening.held()
    evening.assessed(found, AT)
    assert leave(evening, found, Disposal.BAIL).bail_until == date(2027, 2, 20)
