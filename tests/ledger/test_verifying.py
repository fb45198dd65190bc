"""A superuser with the triggers off: what is altered, removed, inserted, moved, cut off or dropped is named."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bluelamp.ledger import checkpoints, queries
from bluelamp.ledger.models import Checkpoint, Entry
from bluelamp.ledger.notary import Places
from bluelamp.ledger.verifying import Fault, Report, verify
from tests.ledger.conftest import HANDLER, TEN, say, sign

Told = Callable[..., str]
RECORDS = ["incident:1", "incident:2", "person:3"]
COLUMNS = [
    "record",
    "event",
    "who",
    "action",
    "reason",
    "facts",
    "n",
    "xid",
    "corrects",
    "previous",
    "hash",
    "commitment",
]
COLUMNS += ["occurred_at", "recorded_at", "written_at", "about"]
OTHERWISE = {
    **dict.fromkeys(["n", "xid"], "{} + 1000"),
    **dict.fromkeys(["occurred_at", "recorded_at", "written_at"], "{} + interval '1 microsecond'"),
    **dict.fromkeys(["previous", "hash", "commitment"], "sha256({})"),
    "corrects": "1",
    "about": "array['person:99']",
}
REHASH = """UPDATE ledger_entry SET hash = ledger_hash(ledger_entry) WHERE seq = %s"""
ONWARDS = "UPDATE ledger_entry SET previous = %s WHERE seq = %s"
PROPERTY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def by_a_superuser() -> Iterator[Callable[..., None]]:
    """Runs statements with the triggers off, then puts everything back as it was."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield lambda sql, *values: cursor.execute(sql, values)
        transaction.set_rollback(True)


@pytest.fixture
def ledger(transactional_db: None, kept: Places) -> Places:
    """Eighteen entries of three records under two checkpoints."""
    for number in range(18):
        say(record=RECORDS[number % 3], what=f"Line {number}", number=number, by=HANDLER, at=TEN)
        if number in (8, 17):
            assert sign(kept)
    return kept


def found(places: Places, record: str, n: int) -> list[Fault]:
    return [one for one in verify(connection, places.file).faults if (one.record, one.n) == (record, n)]


def an_entry(number: int) -> Entry:
    return Entry.objects.order_by("seq")[number]


def test_an_untouched_ledger_holds(ledger: Places) -> None:
    report = verify(connection, ledger.file, trusted=checkpoints.public_key(ledger.key))
    assert (report.faults, report.entries, report.records, report.checkpoints, report.in_doubt) == ([], 18, 3, 2, 0)
    assert report.as_json()["sound"] is True


@PROPERTY
@given(number=some.integers(0, 17), column=some.sampled_from(COLUMNS))
def test_altered(ledger: Places, number: int, column: str) -> None:
    entry = an_entry(number)
    value = OTHERWISE.get(column, "{} || '1'").format(column)
    with by_a_superuser() as run:
        run(f"UPDATE ledger_entry SET {column} = {value} WHERE seq = %s", entry.seq)
        faults = verify(connection, ledger.file).faults
    assert [one for one in faults if one.seq == entry.seq and one.kind in ("altered", "removed")]


@PROPERTY
@given(number=some.integers(0, 17))
def test_altered_with_every_hash_after_it_worked_out_again(ledger: Places, number: int) -> None:
    entry = an_entry(number)
    with by_a_superuser() as run:
        run("UPDATE ledger_entry SET who = 'officer:9' WHERE seq = %s", entry.seq)
        run(REHASH, entry.seq)
        for later in Entry.objects.filter(record=entry.record, n__gt=entry.n).order_by("n"):
            run(ONWARDS, bytes(Entry.objects.get(record=entry.record, n=later.n - 1).hash), later.seq)
            run(REHASH, later.seq)
        faults = found(ledger, entry.record, entry.n)
    assert [(one.kind, one.seq, one.checkpoint) for one in faults] == [("altered", entry.seq, number // 9 + 1)]


@PROPERTY
@given(number=some.integers(0, 17))
def test_removed(ledger: Places, number: int) -> None:
    entry = an_entry(number)
    with by_a_superuser() as run:
        run("DELETE FROM ledger_entry WHERE seq = %s", entry.seq)
        run("DELETE FROM ledger_words WHERE seq = %s", entry.seq)
        assert "removed" in {one.kind for one in found(ledger, entry.record, entry.n)}


@PROPERTY
@given(number=some.integers(0, 17))
def test_inserted(ledger: Places, number: int) -> None:
    entry = an_entry(number)
    columns = "record, n, previous, hash, event, who, action, occurred_at, recorded_at, written_at, reason, facts"
    with by_a_superuser() as run:
        run("SELECT setval('ledger_entry_seq_seq', 5000000)")
        new = columns.replace(" n,", " (SELECT max(n) + 1 FROM ledger_entry l WHERE l.record = e.record),", 1)
        run(
            f"INSERT INTO ledger_entry (seq, xid, {columns}) "
            f"SELECT 5000000, e.xid, {new} FROM ledger_entry e WHERE e.seq = %s",
            entry.seq,
        )
        before = Entry.objects.filter(record=entry.record, n__lt=7).latest("n")
        run(ONWARDS, bytes(before.hash), 5000000)
        run(REHASH, 5000000)
        assert "inserted" in {one.kind for one in found(ledger, entry.record, 7)}


@PROPERTY
@given(numbers=some.lists(some.integers(0, 17), min_size=2, max_size=2, unique=True))
def test_swapped(ledger: Places, numbers: list[int]) -> None:
    one, other = (an_entry(number) for number in numbers)
    with by_a_superuser() as run:
        run("UPDATE ledger_entry SET seq = seq + 1000000 WHERE seq = %s", one.seq)
        run("UPDATE ledger_entry SET seq = %s WHERE seq = %s", one.seq, other.seq)
        run("UPDATE ledger_entry SET seq = %s WHERE seq = %s", other.seq, one.seq + 1000000)
        named = {fault.seq for fault in verify(connection, ledger.file).faults}
    assert {one.seq, other.seq} <= named


@PROPERTY
@given(left=some.integers(0, 17))
def test_the_tail_cut_off(ledger: Places, left: int) -> None:
    gone = list(Entry.objects.order_by("seq")[left:])
    with by_a_superuser() as run:
        for table in ("ledger_entry", "ledger_words"):
            run(f"DELETE FROM {table} WHERE seq >= %s", gone[0].seq)
        run("DELETE FROM ledger_checkpoint WHERE number >= %s", left // 9 + 1)
        faults = verify(connection, ledger.file).faults
    assert {entry.seq for entry in gone} <= {one.seq for one in faults if one.kind == "removed"}
    assert "checkpoint" in {one.kind for one in faults}


@pytest.mark.parametrize("record", RECORDS)
def test_a_whole_record_dropped(ledger: Places, record: str) -> None:
    with by_a_superuser() as run:
        run("DELETE FROM ledger_words WHERE seq IN (SELECT seq FROM ledger_entry WHERE record = %s)", record)
        run("DELETE FROM ledger_entry WHERE record = %s", record)
        faults = verify(connection, ledger.file).faults
    assert {(one.record, one.n) for one in faults} == {(record, n) for n in range(1, 7)}
    assert {one.words for one in faults} == {"The whole record is gone."}


def test_words_altered_removed_or_left_behind(ledger: Places) -> None:
    kinds = {
        "UPDATE ledger_words SET text = text || ' ' WHERE seq = %s": "words altered",
        "UPDATE ledger_words SET salt = sha256(salt) WHERE seq = %s": "words altered",
        "DELETE FROM ledger_words WHERE seq = %s": "words removed",
        "INSERT INTO ledger_words SELECT seq + 77777, salt, text FROM ledger_words WHERE seq = %s": "removed",
    }
    for sql, kind in kinds.items():
        with by_a_superuser() as run:
            run(sql, an_entry(4).seq)
            assert [one.kind for one in verify(connection, ledger.file).faults] == [kind]


def test_a_checkpoint_that_does_not_fit(ledger: Places) -> None:
    statements = [
        "UPDATE ledger_checkpoint SET body = replace(body, '\"count\":9', '\"count\":8') WHERE number = 1",
        "DELETE FROM ledger_checkpoint WHERE number = 1",
    ]
    for sql in statements:
        with by_a_superuser() as run:
            run(sql)
            assert {one.checkpoint for one in verify(connection, ledger.file).faults} >= {1}
    with by_a_superuser() as run:
        run("UPDATE ledger_checkpoint SET signature = repeat('0', 128) WHERE number = 2")
        assert [one.words for one in verify(connection).faults] == ["The signature does not fit."]


def test_a_signature_of_somebody_else(ledger: Places, tmp_path: Path) -> None:
    report = verify(connection, ledger.file, trusted=checkpoints.public_key(tmp_path / "another.key"))
    assert [one.kind for one in report.faults] == ["checkpoint", "checkpoint"]


def test_without_the_file_the_database_can_still_not_be_altered_unseen(ledger: Places) -> None:
    with by_a_superuser() as run:
        run("DELETE FROM ledger_words WHERE seq IN (SELECT seq FROM ledger_entry WHERE record = 'person:3')")
        run("DELETE FROM ledger_entry WHERE record = 'person:3'")
        assert {one.checkpoint for one in verify(connection).faults} == {1, 2}


def test_newest_entries_are_in_doubt_until_signed(ledger: Places, told: Told) -> None:
    told("incident:1")
    assert verify(connection, ledger.file).in_doubt == 1
    sign(ledger)
    assert verify(connection, ledger.file).in_doubt == 0


def test_an_unreadable_file_is_named(ledger: Places) -> None:
    ledger.file.write_text("{}\n" + ledger.file.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        verify(connection, ledger.file)


@PROPERTY
@given(what=some.text(alphabet=some.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_keeps_its_hash(transactional_db: None, what: str) -> None:
    say(record="incident:1", what=what, by=HANDLER, at=TEN)
    assert queries.timeline("incident:1", limit=1)[0].words == {"what": what}
    assert verify(connection).faults == []


def test_speed_is_printed(ledger: Places, capsys: pytest.CaptureFixture[str]) -> None:
    report: Report = verify(connection, ledger.file)
    with capsys.disabled():
        print(f"\nverify: {report.as_json()['entries_per_second']} entries a second ({report.entries})")  # noqa: T201


def test_the_database_stores_checkpoints_as_signed(ledger: Places) -> None:
    bodies = list(Checkpoint.objects.order_by("number").values_list("body", flat=True))
    assert [one.body for one in checkpoints.in_file(ledger.file)] == bodies
    assert sha256(bodies[0].encode()).hexdigest() in bodies[1]
