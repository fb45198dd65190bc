"""Needs are asked at the report and again when things change; what was missed stays missed."""

import pytest

from bluelamp.owed.models import State
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from bluelamp.victims.actions.assessing import assess_needs, needs_changed
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Assessment
from bluelamp.victims.rules.needs import Need, Topic
from tests.custody.evening import HOUR, TEN
from tests.victims.care import NEEDS, Care


def test_owed_from_the_report_and_kept_by_asking(care: Care) -> None:
    assert care.promises("assess_needs") == [State.OPEN]
    care(assess_needs, needs=NEEDS)
    assert care.promises("assess_needs") == [State.KEPT]
    assert care.now().needs == "Afraid he comes back. A woman"
    assert Assessment.objects.get().answers() == NEEDS


def test_asked_after_a_day_it_stays_late(care: Care) -> None:
    care(assess_needs, hours=25, needs=NEEDS)
    assert care.promises("assess_needs") == [State.LATE]


def test_what_must_be_asked_is_refused_with_nothing_written(care: Care) -> None:
    with pytest.raises(Refused, match="a woman or to a man"):
        care(assess_needs, needs=NEEDS[:2])
    with pytest.raises(Refused, match="Are you safe"):
        care(assess_needs, needs=(Need(topic=Topic.SAFETY, answer=Answer.NOT_ASKED), *NEEDS[1:]))
    assert not Assessment.objects.exists()
    assert care.promises("assess_needs") == [State.OPEN]


@pytest.mark.parametrize("step", ["bailed", "charged", "conditions_changed", "released_without_charge"])
def test_let_out_or_charged_they_are_asked_again(care: Care, step: str) -> None:
    care(assess_needs, needs=NEEDS)
    care(owe_telling, hours=30, role="response_officer", step=step, happened_at=TEN + 30 * HOUR)
    assert care.promises("assess_needs") == [State.KEPT, State.OPEN]
    care(assess_needs, hours=31, needs=NEEDS, because="let_out")
    assert care.promises("assess_needs") == [State.KEPT, State.KEPT]
    assert Assessment.objects.count() == 2


def test_somebody_who_saw_a_change_makes_it_owed(care: Care) -> None:
    care(assess_needs, needs=NEEDS)
    care(needs_changed, hours=2, words="She moved to her sister")
    assert care.promises("assess_needs") == [State.KEPT, State.OPEN]
