from collections.abc import Callable

import pytest
from django.db import connection

from bluelamp.ledger import queries
from bluelamp.ledger.actions.erasing import erase
from bluelamp.ledger.models import Words
from bluelamp.ledger.notary import Places
from bluelamp.ledger.registry import ERASED
from bluelamp.ledger.verifying import verify
from bluelamp.verdict import Refused
from tests.ledger.conftest import ERASER, HANDLER, TEN, sign

Told = Callable[..., str]


@pytest.mark.django_db(transaction=True)
def test_erasing_takes_text_and_salt_and_the_chain_still_holds(told: Told, kept: Places) -> None:
    told("incident:1", what="Her new address")
    told("incident:1", what="stays")
    sign(kept)
    first = queries.timeline("incident:1")[-1]
    erase(record="incident:1", entries=[first.seq], reason="Court order", by=ERASER, at=TEN)
    lines = {line.seq: line for line in queries.timeline("incident:1")}
    assert lines[first.seq].erased
    assert lines[first.seq].sentence == f"Line 1: {ERASED}"
    assert [line.reason for line in lines.values() if line.event == "ledger.erased"] == ["Court order"]
    assert Words.objects.count() == 1
    sign(kept)
    report = verify(connection, kept.file)
    assert report.sound
    assert report.erased == 1


@pytest.mark.django_db
@pytest.mark.parametrize("changed", [{"by": HANDLER}, {"reason": " "}, {"entries": []}])
def test_erasing_is_refused(told: Told, changed: dict[str, object]) -> None:
    told("incident:1")
    usual: dict[str, object] = {"record": "incident:1", "entries": [1], "reason": "Order", "by": ERASER, "at": TEN}
    with pytest.raises(Refused):
        erase(**{**usual, **changed})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_an_entry_of_another_record_is_left_alone(told: Told) -> None:
    told("incident:1")
    told("incident:2")
    other = queries.timeline("incident:2")[0].seq
    erase(record="incident:1", entries=[other], reason="Order", by=ERASER, at=TEN)
    assert Words.objects.count() == 2
