import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection, connections, transaction

from bluelamp.ledger import queries
from bluelamp.ledger.actions.writing import action, after_commit, at_end, write
from bluelamp.ledger.models import Entry, Request
from bluelamp.verdict import Refused
from tests.ledger.conftest import HANDLER, OTHER, SAID, TEN, Person, say

Told = Callable[..., str]
ODD = 'Ünï 🚔 שלום مرحبا " \\ \n\t\r \x00 \x07 end'


@pytest.mark.parametrize("bad", ["positional", "without_at", "without_by"])
def test_an_action_is_keyword_only_with_by_and_at(bad: str) -> None:
    def positional(by: Person, at: datetime) -> None: ...
    def without_at(*, by: Person) -> None: ...
    def without_by(*, at: datetime) -> None: ...

    with pytest.raises(TypeError):
        action({"positional": positional, "without_at": without_at, "without_by": without_by}[bad])


@pytest.mark.django_db
def test_what_was_said_is_read_back_exactly(told: Told) -> None:
    told("incident:41", what=ODD + "x" * 10_000)
    line = queries.timeline("incident:41")[0]
    assert line.words["what"] == ODD + "x" * 10_000
    assert (line.by, line.recorded_at, line.occurred_at, line.facts) == ("officer:5", TEN, TEN, {"number": 1})
    assert [other.seq for other in queries.timeline("person:12")] == [line.seq]


@pytest.mark.django_db
def test_a_broken_character_is_refused_in_words(told: Told) -> None:
    with pytest.raises(Refused, match="broken character"):
        told("incident:41", what="\ud800")


@pytest.mark.django_db
def test_a_correction_points_to_the_old_line_and_marks_it(told: Told) -> None:
    told("incident:41")
    old = queries.timeline("incident:41")[0].seq
    told("incident:41", what="No, singing", corrects=old)
    new, struck = queries.timeline("incident:41")
    assert (new.corrects, struck.corrected_by) == (old, new.seq)


@pytest.mark.django_db
def test_actions_inside_join_and_keep_their_own_person_and_time() -> None:
    @action
    def outer(*, by: Person, at: datetime) -> None:
        say(record="incident:1", what="a", by=OTHER, at=at - timedelta(minutes=1))
        write(SAID, "incident:2", facts={"number": 2}, words={"what": "b"})
        at_end(lambda: say(record="incident:3", what="c", by=by, at=at))

    outer(by=HANDLER, at=TEN)
    found = list(Entry.objects.order_by("seq").values_list("record", "who", "recorded_at"))
    assert found == [
        ("incident:1", "officer:6", TEN - timedelta(minutes=1)),
        ("incident:2", "officer:5", TEN),
        ("incident:3", "officer:5", TEN),
    ]
    assert Entry.objects.values("xid").distinct().count() == 1


@pytest.mark.django_db
def test_an_action_appends_in_one_statement(django_assert_num_queries: Callable[..., object], told: Told) -> None:
    with transaction.atomic(), django_assert_num_queries(3):  # type: ignore[attr-defined]
        told("incident:41")  # savepoint, append, release: outside a transaction BEGIN and COMMIT take their place


@pytest.mark.django_db
def test_an_action_that_writes_nothing_raises() -> None:
    @action
    def idle(*, by: Person, at: datetime) -> None: ...

    with pytest.raises(RuntimeError, match="always logs"):
        idle(by=HANDLER, at=TEN)


def test_nothing_is_written_outside_an_action() -> None:
    for attempt in (lambda: write(SAID, "incident:1"), lambda: at_end(list), lambda: after_commit(list)):
        with pytest.raises(RuntimeError, match="inside an action"):
            attempt()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "words", "error"),
    [
        ({"number": 1.5}, {"what": "a"}, TypeError),
        ({"number": 1, "what": "a"}, {}, ValueError),
        ({"number": 1}, {"what": "a", "where": "b"}, ValueError),
        ({}, {"what": "a"}, ValueError),
    ],
    ids=["float", "personal text in facts", "undeclared words", "sentence incomplete"],
)
def test_what_a_programmer_gets_wrong(
    facts: dict[str, object], words: dict[str, object], error: type[Exception]
) -> None:
    @action
    def wrong(*, by: Person, at: datetime) -> None:
        write(SAID, "incident:1", facts=facts, words=words)

    with pytest.raises(error):
        wrong(by=HANDLER, at=TEN)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("minutes", "reason", "refused"),
    [(-5, "", False), (-6, "", True), (-6, " ", True), (-600, "Radio was down", False), (0.1, "", True)],
)
def test_back_dated_needs_a_reason_and_the_future_is_refused(minutes: float, reason: str, refused: bool) -> None:
    @action
    def late(*, by: Person, at: datetime) -> None:
        occurred = at + timedelta(minutes=minutes)
        write(SAID, "incident:1", occurred_at=occurred, reason=reason, facts={"number": 1}, words={"what": "a"})

    if refused:
        with pytest.raises(Refused):
            late(by=HANDLER, at=TEN)
    else:
        late(by=HANDLER, at=TEN)


@pytest.mark.django_db
def test_the_same_key_works_once_and_answers_the_same(told: Told) -> None:
    assert told("incident:1", key="form-1") == told("incident:1", key="form-1") == "incident:1"
    assert told("incident:999", key="form-1") == "incident:1"
    assert (Entry.objects.count(), Request.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_a_key_belongs_to_one_person_and_one_action(told: Told) -> None:
    @action
    def other(*, by: Person, at: datetime, key: str | None = None) -> None:
        write(SAID, "incident:1", facts={"number": 1}, words={"what": "a"})

    told("incident:1", key="form-1")
    with pytest.raises(Refused, match="already used"):
        told("incident:1", key="form-1", by=OTHER)
    with pytest.raises(Refused, match="already used"):
        other(by=HANDLER, at=TEN, key="form-1")
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_refused_action_may_be_tried_again_with_its_key() -> None:
    allowed: list[bool] = []

    @action
    def choosy(*, by: Person, at: datetime, key: str | None = None) -> str:
        write(SAID, "incident:1", facts={"number": 1}, words={"what": "a"})
        if not allowed:
            raise LookupError("not yet")
        return "done"

    with pytest.raises(LookupError):
        choosy(by=HANDLER, at=TEN, key="k")
    assert Entry.objects.count() == 0
    allowed.append(True)
    assert choosy(by=HANDLER, at=TEN, key="k") == "done"


@pytest.mark.django_db(transaction=True)
def test_of_two_identical_requests_at_once_one_works_and_both_get_its_answer() -> None:
    together, answers = threading.Barrier(2), list[str]()

    @action
    def slow(*, by: Person, at: datetime, key: str | None = None) -> str:
        write(SAID, "incident:1", facts={"number": 1}, words={"what": "a"})
        together.wait(timeout=10)
        return threading.current_thread().name

    def run() -> None:
        answers.append(slow(by=HANDLER, at=TEN, key="twice"))
        connections.close_all()

    threads = [threading.Thread(target=run, name=f"t{i}") for i in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 2
    assert len(set(answers)) == 1
    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_writers_on_the_same_records_in_other_orders_never_lock_up() -> None:
    failed: list[Exception] = []

    @action
    def pair(*, by: Person, at: datetime, records: list[str]) -> None:
        for record in records:
            say(record=record, what="a", by=by, at=at)

    def run(records: list[str]) -> None:
        try:
            for _ in range(40):
                pair(by=HANDLER, at=TEN, records=records)
        except Exception as error:
            failed.append(error)
        connections.close_all()

    orders = [["unit:1", "unit:2", "unit:3"], ["unit:3", "unit:1", "unit:2"], ["unit:2", "unit:3", "unit:1"]]
    threads = [threading.Thread(target=run, args=[order]) for order in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert sorted(Entry.objects.filter(record="unit:2").values_list("n", flat=True)) == list(range(1, 121))


@pytest.mark.django_db(transaction=True)
def test_after_commit_runs_only_if_it_was_committed() -> None:
    sent: list[str] = []

    @action
    def send(*, by: Person, at: datetime, fail: bool) -> None:
        write(SAID, "incident:1", facts={"number": 1}, words={"what": "a"})
        after_commit(lambda: sent.append("out"))
        assert not sent
        if fail:
            raise LookupError

    with pytest.raises(LookupError):
        send(by=HANDLER, at=TEN, fail=True)
    assert not sent
    send(by=HANDLER, at=TEN, fail=False)
    assert sent == ["out"]


@pytest.mark.django_db
def test_very_many_records_in_one_action(told: Told) -> None:
    @action
    def many(*, by: Person, at: datetime) -> None:
        for number in range(600):
            write(SAID, f"incident:{number}", facts={"number": number}, words={"what": "a"})

    many(by=HANDLER, at=TEN)
    assert Entry.objects.count() == 600
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (1,)
