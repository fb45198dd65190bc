"""A restricted record opened with a reason: its owner owes a look, nobody else does, and none where it is their own."""

from typing import Any

import pytest

from bluelamp.access.acting import Acting
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.models import Opening
from bluelamp.journeys.actions.opening import look_at_opening, open_with_reason, raise_concern
from bluelamp.ledger.queries import timeline
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from bluelamp.owed.queries import open_promises
from bluelamp.verdict import Refused
from tests.architecture import house
from tests.custody.evening import HOUR, TEN, Evening

RECORD, REASON = "incident:41", "A complaint by the family"


@pytest.fixture
def owner(evening: Evening) -> Acting:
    found = evening.acting("domestic_abuse_specialist")
    restrict(record=RECORD, why="An officer's family", owner=found.number, by=found, at=TEN)
    return found


def opened(by: Acting, **facts: Any) -> Opening:
    ref = open_with_reason(**{"record": RECORD, "reason": REASON, "by": by, "at": TEN, **facts})
    return Opening.objects.get(pk=int(ref.partition(":")[2]))


def promises() -> list[tuple[str, str]]:
    return list(Promise.objects.order_by("pk").values_list("record", "state"))


def test_the_owner_owes_a_look_by_name_within_the_time_of_policy(owner: Acting, evening: Evening) -> None:
    inspector = evening.acting("reviewing_inspector")
    made = opened(inspector)
    (owed,) = open_promises(acts=set(), person=owner.ref)
    assert (owed.record, owed.due_at) == (made.ref, TEN + 72 * HOUR)
    assert owed.words == {"who": "Insp Reviewing Inspector", "what": "incident 41"}
    assert "Reviewing" not in str(owed.facts)
    assert not open_promises(acts=inspector.capabilities, person=inspector.ref)


def test_looked_at_in_time_it_is_kept_and_after_it_late(owner: Acting, evening: Evening) -> None:
    first, second = (opened(evening.acting("reviewing_inspector")) for _ in range(2))
    look_at_opening(opening=first.pk, by=owner, at=TEN + HOUR)
    look_at_opening(opening=second.pk, by=owner, at=TEN + 73 * HOUR)
    assert promises() == [(first.ref, "kept"), (second.ref, "late")]
    with pytest.raises(Refused, match="already"):
        look_at_opening(opening=first.pk, by=owner, at=TEN + 2 * HOUR)


def test_a_concern_keeps_it_too_and_stands_in_the_ledger(owner: Acting, evening: Evening) -> None:
    inspector = evening.acting("reviewing_inspector")
    made = opened(inspector)
    with pytest.raises(Refused, match="what your concern is"):
        raise_concern(opening=made.pk, concern="", by=owner, at=TEN + HOUR)
    assert promises() == [(made.ref, "open")]
    raise_concern(opening=made.pk, concern="He is a friend of the suspect", by=owner, at=TEN + HOUR)
    assert promises() == [(made.ref, "kept")]
    sentences = [line.sentence for line in timeline(inspector.ref)]
    assert "The owner has a concern about who opened it: He is a friend of the suspect" in sentences


def test_where_the_owner_opened_it_there_is_none(owner: Acting) -> None:
    opened(owner)
    assert promises() == []


def test_nobody_else_may_look_at_it_for_the_owner(owner: Acting, evening: Evening) -> None:
    made = opened(evening.acting("reviewing_inspector"))
    for act, more in ((look_at_opening, {}), (raise_concern, {"concern": "It was only me"})):
        with pytest.raises(Refused, match="Only the officer"):
            act(opening=made.pk, by=evening.acting("commander"), at=TEN + HOUR, **more)
    assert promises() == [(made.ref, "open")]


def test_one_form_sent_twice_opens_once_and_owes_once(owner: Acting, evening: Evening) -> None:
    inspector = evening.acting("reviewing_inspector")
    assert opened(inspector, key="form-1").pk == opened(inspector, key="form-1").pk
    assert len(promises()) == 1


def test_the_alarm_asks_the_rule_again_and_warns_a_day_before(owner: Acting, evening: Evening) -> None:
    opened(evening.acting("reviewing_inspector"))
    assert raise_due(at=TEN + 48 * HOUR) == 1
    assert raise_due(at=TEN + 72 * HOUR) == 1
    assert Promise.objects.get().due_at == TEN + 72 * HOUR


def test_a_record_is_opened_only_by_the_journey_that_tells_its_owner() -> None:
    assert "open_restricted(" in "".join(text for path, text in house.python() if path.endswith("actions/opening.py"))
    callers = [path for path, text in house.python() if "open_restricted(" in text]
    assert sorted(callers) == ["bluelamp/access/actions/opening.py", "bluelamp/journeys/actions/opening.py"]
