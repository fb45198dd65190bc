"""Custody of a week or a year for a measurement: closed records by the thousand, with a ledger whose chains verify."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import psycopg

from bluelamp.ledger import canonical
from bluelamp.ledger.verifying import canonical_bytes
from bluelamp.site.benches.scratch import Scratch

ENTRIES_EACH = 131
BATCH = 500
WORDED = 4
"""Every so many entries one has words: visits in words, grounds, representations."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = (
    "seq, xid, record, n, previous, hash, event, who, action, occurred_at, recorded_at, written_at, reason, corrects, "
    "about, facts, commitment"
)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A record that was made, as its entries name it."""

    ref: str
    person: str
    began: datetime
    ended: datetime
    suite: str
    suite_name: str


def closed_records(number: int, *, before: datetime, over: timedelta, first: int) -> list[Made]:
    """This many people held and released, their arrivals spread over `over`, the last of them out by `before`."""
    from bluelamp.places.models import Cell

    cells = list(Cell.objects.select_related("suite").order_by("suite__position", "position"))
    gap = (over - timedelta(hours=20)) / max(number, 1)
    arrivals = [before - timedelta(hours=20) - gap * n for n in range(number)]
    return _records([(at, at + timedelta(hours=6 + n % 14)) for n, at in enumerate(arrivals)], cells, first)


def held_records(now: datetime, *, first: int) -> list[Made]:
    """One person in every cell of both suites, with clocks, level, visits, marks and whom they wait for."""
    from bluelamp.custody.models import Detention
    from bluelamp.places.models import Cell

    cells = list(Cell.objects.select_related("suite").order_by("suite__position", "position"))
    spans = [(now - timedelta(minutes=30 + 17 * n), None) for n in range(len(cells))]
    made = _records(spans, cells, first)
    for n, one in enumerate(Detention.objects.filter(released_at=None).order_by("pk")):
        one.level, one.visited_at = n % 4 + 1, now - timedelta(minutes=n % 25)
        one.visit_due_at = one.visited_at + timedelta(minutes=30)
        one.risk_marks, one.waiting_for = ["Epilepsy", "Self-harm"][: n % 3], ["Solicitor", "Healthcare"][: n % 3]
        one.save()
    return made


def _records(spans: Sequence[tuple[datetime, datetime | None]], cells: Sequence[Any], first: int) -> list[Made]:
    from bluelamp.access.models import Officer
    from bluelamp.custody.models import Arrest, CellStay, Detention, Review
    from bluelamp.people.models import Person

    officer, numbers = Officer.objects.earliest("pk"), range(first, first + len(spans))
    people = Person.objects.bulk_create([_person(n, spans[0][0]) for n in numbers], BATCH)
    made = [_arrest(person, began, officer) for person, (began, _) in zip(people, spans, strict=True)]
    arrests = Arrest.objects.bulk_create(made, BATCH)
    homes = [cells[n % len(cells)] for n in range(len(spans))]
    detentions = Detention.objects.bulk_create(
        [
            Detention(
                number=f"YR {n}", person=person, arrest=arrest, suite=cell.suite, first_station_at=began,
                arrived_at=began, relevant_time=began, limit_at=began + timedelta(hours=24),
                authorised_at=began + timedelta(minutes=15), authorised_by=officer, grounds="To question",
                review_due_at=began + timedelta(hours=6, minutes=15), released_at=ended,
                disposal="Released, no further action" if ended else "",
            )
            for n, person, arrest, cell, (began, ended) in zip(numbers, people, arrests, homes, spans, strict=True)
        ],
        BATCH,
    )  # fmt: skip
    CellStay.objects.bulk_create(
        [
            CellStay(detention=one, cell=cell, during=(one.arrived_at + timedelta(minutes=20), one.released_at))
            for one, cell in zip(detentions, homes, strict=True)
        ],
        BATCH,
    )
    Review.objects.bulk_create([_review(one, officer) for one in detentions if one.released_at], BATCH)
    return [_made(one) for one in detentions]


def _arrest(person: Any, began: datetime, officer: Any) -> Any:
    from bluelamp.custody.models import Arrest

    return Arrest(
        person=person, officer=officer, arrested_at=began - timedelta(minutes=45), offence_code="8/2",
        offence_words="Assault occasioning actual bodily harm", offence_class="either_way",
        grounds="Named by a witness", necessity=["prompt_and_effective_investigation"],
    )  # fmt: skip


def _review(one: Any, officer: Any) -> Any:
    from bluelamp.custody.models import Review

    return Review(
        detention=one, n=1, due_at=one.review_due_at, done_at=one.review_due_at - timedelta(minutes=10),
        officer=officer, outcome="continued", words="Still necessary",
    )  # fmt: skip


def _person(n: int, at: datetime) -> Any:
    from bluelamp.people.models import Person

    one = Person(given_names=f"Given{n % 97}", family_name=f"Family{n % 1009}", added_at=at, added_by="system:bench")
    one.find_by(f"{one.given_names} {one.family_name}")
    return one


def _made(one: Any) -> Made:
    ended = one.released_at or one.arrived_at + timedelta(minutes=30)
    return Made(
        ref=one.ref, person=f"person:{one.person_id}", began=one.arrived_at, ended=ended,
        suite=one.suite.key, suite_name=one.suite.name,
    )  # fmt: skip


def write_entries(scratch: Scratch, records: Sequence[Made]) -> int:
    """The ledger of these records by COPY, in one transaction, hashed here as the database would; how many."""
    count = len(records) * ENTRIES_EACH
    with psycopg.connect(scratch.root, application_name="bluelamp bench") as link:
        link.execute("SELECT pg_advisory_xact_lock(7306022, 0)")
        row = link.execute(
            "SELECT pg_current_xact_id()::text::bigint, coalesce(max(seq), 0) + 1 FROM ledger_entry"
        ).fetchone()
        xid, first = row or (0, 1)
        words: list[tuple[int, bytes, str]] = []
        with link.cursor().copy(f"COPY ledger_entry ({COLUMNS}) FROM STDIN".encode()) as copy:
            for entry in _entries(records, int(xid), int(first), words):
                copy.write_row(entry)
        with link.cursor().copy("COPY ledger_words (seq, salt, text) FROM STDIN") as copy:
            for word in words:
                copy.write_row(word)
        link.execute("SELECT setval('ledger_entry_seq_seq', %s)", (int(first) + count,))
    return count


def _entries(
    records: Sequence[Made], xid: int, first: int, words: list[tuple[int, bytes, str]]
) -> Iterator[tuple[Any, ...]]:
    heads: dict[str, bytes] = {}
    seq = first
    for n in range(1, ENTRIES_EACH + 1):
        for one in records:
            at = one.began + (one.ended - one.began) * n / ENTRIES_EACH
            facts = {"cell_number": f"M{n % 15 + 1}", "suite": one.suite, "suite_name": one.suite_name}
            event, commitment = "custody.cell_entered", b""
            if n % WORDED == 0:
                event = "custody.cell_rule_set_aside"
                text = canonical.text({"against": "No low bench.", "why": f"None is free at {at:%H:%M}"})
                salt = os.urandom(32)
                commitment = sha256(salt + text.encode()).digest()
                words.append((seq, salt, text))
            entry = _hashed(one, n, heads.get(one.ref, b""), seq, xid, event, at, canonical.text(facts), commitment)
            heads[one.ref] = entry[5]
            yield entry
            seq += 1


def _hashed(
    one: Made, n: int, previous: bytes, seq: int, xid: int, event: str, at: datetime, facts: str, commitment: bytes
) -> tuple[Any, ...]:
    micros = str((at - EPOCH) // timedelta(microseconds=1))
    who, action = "officer:1", "custody.actions.cells.allocate_cell"
    parts = [
        one.ref, str(n), previous.hex(), str(seq), str(xid), event, who, action, micros, micros, micros, "", "",
        one.person, facts, commitment.hex(),
    ]  # fmt: skip
    digest = sha256(canonical_bytes([part.encode() for part in parts])).digest()
    about = [one.person]
    return (
        seq, xid, one.ref, n, previous, digest, event, who, action, at, at, at, "", None, about, facts,
        commitment or None,
    )  # fmt: skip
