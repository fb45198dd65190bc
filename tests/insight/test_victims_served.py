"""What was promised to victims: joined from entries to people, overdue counted as late, nothing of a few people."""

from datetime import timedelta

import pytest

from bluelamp.insight.rules.served import KEPT, LATE, TOO_FEW, Settled
from bluelamp.insight.victims_served import served, settled
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.insight.test_figures import iso, line

TOLD = "victims.tell_arrested"


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def owed(event: str, record: str, kind: str = TOLD, slot: str = "") -> object:
    return line(event, record, kind=kind, slot=slot, due=iso(0))


def test_overdue_is_late_until_it_is_settled_and_what_is_withdrawn_was_never_owed() -> None:
    lines = [
        owed("owed.late_raised", "victim:1"), owed("owed.late_raised", "victim:2"), owed("owed.done_late", "victim:2"),
        owed("owed.late_raised", "victim:3"), owed("owed.withdrawn", "victim:3"), owed("owed.kept", "victim:4"),
        owed("owed.kept", "detention:9", "custody.visit"),
    ]  # fmt: skip
    assert settled(lines) == [  # type: ignore[arg-type]
        Settled(victim=1, kind=TOLD, how=LATE), Settled(victim=2, kind=TOLD, how=LATE),
        Settled(victim=4, kind=TOLD, how=KEPT),
    ]  # fmt: skip


def test_a_victim_told_in_time_is_counted_by_kind_and_hidden_by_group(evening: Evening) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    evening.arrest(incident=incident)
    telling = Telling.objects.get(victim=victim, step="arrested")
    by = evening.acting("victim_care_officer")
    done(set_safe_contact, TEN, by=by, person=victim.person_id, ways=("phone",), source="Her own words")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="phone", result="reached", words="Told at home")
    found = served(TEN - timedelta(days=1), TEN + timedelta(days=1))
    (row,) = [one for one in found.kinds if "arrest" in one.name.lower()]
    assert (row.kept, row.late, row.broken) == (1, 0, 0)
    assert [(one.name, one.hidden) for one in found.needs] == [("Enhanced rights, domestic abuse", TOO_FEW)]
    assert all(one.hidden for _, rows in found.described for one in rows)
    assert found.referrals.reached.of == 0
