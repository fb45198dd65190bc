"""What victims say, as the commander sees it: the last answer of each person, and nobody's name."""

from datetime import timedelta

import pytest

from bluelamp.insight.what_victims_say import what_victims_say
from bluelamp.victims.models import Survey, Victim
from tests.custody.evening import TEN, Evening

DAY = timedelta(days=1)


@pytest.mark.django_db
def test_one_answer_a_person_and_no_name() -> None:
    evening = Evening()
    for number in range(5):
        victim = evening.victim(evening.incident())
        Survey.objects.create(victim=victim, stage="report", answered_at=TEN, safe="yes", words=f"Joanne {number}")
    Survey.objects.create(victim=victim, stage="outcome", answered_at=TEN + DAY, safe="no", words="")
    found = what_victims_say(TEN - DAY, TEN + DAY)
    assert [line.counts for line in found.lines if line.question == "Feels safe"] == [("5", "0", "0")]
    assert found.words == [f"… {number}" for number in range(5)]
    later = what_victims_say(TEN - DAY, TEN + 2 * DAY)
    assert later.words == []
    assert Victim.objects.count() == 5
