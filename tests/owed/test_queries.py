from datetime import date, datetime

import pytest

from bluelamp import clock
from bluelamp.owed.actions.stating import end, keep, promise, withdraw
from bluelamp.owed.queries import Count, figure, for_record, open_counts, open_promises
from tests.owed.promises import MINUTE, NOON, REVIEW, VISIT, saying

pytestmark = pytest.mark.django_db
DAY = 24 * 60 * MINUTE


def owe(slot: str, due: datetime) -> None:
    saying(lambda: promise(REVIEW, record="detention:7", slot=slot, due=due), NOON)


def test_the_figure_counts_each_promise_on_the_day_it_was_decided() -> None:
    for slot in ("kept", "late", "broken", "open and late", "open", "withdrawn"):
        owe(slot, NOON + (DAY if slot == "open" else 60 * MINUTE))
    saying(lambda: keep(REVIEW, record="detention:7", slot="kept"), NOON + MINUTE)
    saying(lambda: withdraw(REVIEW, record="detention:7", slot="withdrawn"), NOON + MINUTE)
    saying(lambda: keep(REVIEW, record="detention:7", slot="late"), NOON + DAY)
    saying(lambda: end(REVIEW, record="detention:7", slot="broken"), NOON + DAY)
    with clock.set_to(NOON + 120 * MINUTE):
        found = figure(NOON - DAY, NOON + 7 * DAY)
    expected = Count(kept=1, late=2, broken=1)
    assert found.whole == expected
    assert found.by_day == {date(2026, 11, 20): expected}
    assert found.by_kind == {"trial.review": expected}
    assert expected.due == 4
    assert figure(NOON - 2 * DAY, NOON).whole == Count()


def test_the_day_is_londons() -> None:
    before_midnight = datetime.fromisoformat("2026-06-30T23:30:00+00:00")
    saying(lambda: promise(REVIEW, record="detention:7", due=before_midnight), NOON)
    saying(lambda: keep(REVIEW, record="detention:7", at=before_midnight), NOON)
    assert list(figure(before_midnight - DAY, before_midnight + DAY).by_day) == [date(2026, 7, 1)]


def test_open_promises_soonest_first_by_who_may_act_group_and_record() -> None:
    owe("later", NOON + 2 * MINUTE)
    owe("sooner", NOON + MINUTE)
    saying(lambda: promise(VISIT, record="detention:8", due=NOON), NOON)
    assert [one.slot for one in open_promises()] == ["", "sooner", "later"]
    assert [one.slot for one in open_promises(acts={"custody.review"})] == ["sooner", "later"]
    assert open_promises(acts=set()) == []
    assert [one.record for one in open_promises(record="detention:8")] == ["detention:8"]
    assert len(open_promises(group="Custody")) == 3
    assert open_promises(group="Nobody's") == []
    counts = {(one.kind, one.acts): (one.count, one.late) for one in open_counts(at=NOON + MINUTE)}
    assert counts == {("trial.review", "custody.review"): (2, 0), ("trial.visit", "custody.view"): (1, 1)}


def test_what_falls_to_one_person_by_name_is_theirs_alone_whatever_others_may_do() -> None:
    owe("anybody's", NOON + MINUTE)
    facts = {"falls_to": "officer:5"}
    saying(lambda: promise(REVIEW, record="detention:7", slot="hers", due=NOON, facts=facts), NOON)
    assert [one.slot for one in open_promises(acts={"custody.review"})] == ["anybody's"]
    assert [one.slot for one in open_promises(acts={"custody.review"}, person="officer:6")] == ["anybody's"]
    assert [one.slot for one in open_promises(acts=set(), person="officer:5")] == ["hers"]
    counts = open_counts(at=NOON)
    for acts, person, mine in (({"custody.review"}, "officer:6", 1), (set(), "officer:5", 1), (set(), "officer:6", 0)):
        assert sum(one.count for one in counts if one.is_mine(acts, person)) == mine


def test_a_record_shows_what_is_open_before_what_is_settled() -> None:
    owe("open", NOON + DAY)
    owe("kept", NOON + MINUTE)
    saying(lambda: keep(REVIEW, record="detention:7", slot="kept"), NOON)
    assert [one.slot for one in for_record("detention:7")] == ["open", "kept"]
    assert [one.slot for one in for_record("detention:7", settled=False)] == ["open"]
