"""Papers logged, the record shown, copies asked for within the months of the right and refused after them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bluelamp.custody.actions.disclosing import ask_copy, log_paper, show_record
from bluelamp.custody.models import CopyRequest, Detention, Paper
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise, State
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

AT = TEN + 5 * HOUR


def logged(evening: Evening, found: Detention, at: datetime = AT, **more: Any) -> None:
    facts = {"kind": "record", "recipient": "solicitor", "recipient_name": "Ada Finch", "why": "Asked for a copy"}
    facts |= {"sha256": "0" * 64, "by": evening.acting("custody_officer"), **more}
    done(log_paper, at, detention=found.pk, **facts)


def asked(evening: Evening, found: Detention, at: datetime, who: str = "solicitor", name: str = "Ada Finch") -> None:
    done(ask_copy, at, by=evening.acting("custody_officer"), detention=found.pk, who=who, name=name)


def test_a_paper_is_logged_with_who_for_whom_and_why(evening: Evening) -> None:
    found = evening.held()
    logged(evening, found)
    made = Paper.objects.get()
    assert (made.recipient_name, made.why, made.made_at) == ("Ada Finch", "Asked for a copy", AT)
    assert "Custody record made for their solicitor. Ada Finch Asked for a copy" in timeline(found.ref)[0].sentence


@pytest.mark.parametrize(("facts", "words"), [({"why": " "}, "Say why"), ({"recipient_name": ""}, "Name who gets it")])
def test_without_a_reason_or_a_name_nothing_is_logged(evening: Evening, facts: dict[str, Any], words: str) -> None:
    found = evening.held()
    with pytest.raises(Refused, match=words):
        logged(evening, found, **facts)
    assert not Paper.objects.exists()


def test_a_copy_asked_for_is_owed_and_kept_by_the_copy(evening: Evening) -> None:
    found = evening.held()
    asked(evening, found, AT)
    owed = Promise.objects.get(record=found.ref, kind="custody.copy")
    assert owed.due_at == AT + timedelta(days=7)
    logged(evening, found, AT + HOUR, kind="log")
    assert Promise.objects.get(pk=owed.pk).state == State.OPEN
    logged(evening, found, AT + 2 * HOUR)
    assert Promise.objects.get(pk=owed.pk).state == State.KEPT
    one = CopyRequest.objects.get()
    assert (one.given_at, one.paper) == (AT + 2 * HOUR, Paper.objects.latest("pk"))


def test_the_right_lasts_twelve_months_and_the_refusal_is_written_with_its_section(evening: Evening) -> None:
    found = evening.held()
    Detention.objects.filter(pk=found.pk).update(released_at=datetime(2026, 11, 21, 14, tzinfo=UTC))
    asked(evening, found, datetime(2027, 11, 21, 23, 59, tzinfo=UTC), who="detainee", name="Callum Redfern")
    assert CopyRequest.objects.get().due_at
    asked(evening, found, datetime(2027, 11, 22, 0, 1, tzinfo=UTC), who="detainee", name="Callum Redfern")
    late = CopyRequest.objects.latest("pk")
    assert late.refused_at
    assert late.due_at is None
    assert "ended with Sun 21 Nov 2027" in late.refused_why
    assert "Code C 2.4A" in timeline(found.ref)[0].sentence
    assert Promise.objects.filter(record=found.ref, kind="custody.copy").count() == 1


def test_others_have_no_right_to_a_copy_and_a_name_is_wanted(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="By right a copy goes to"):
        asked(evening, found, AT, who="court")
    with pytest.raises(Refused, match="Name who asks"):
        asked(evening, found, AT, name=" ")
    assert not CopyRequest.objects.exists()


def test_the_record_shown_to_the_solicitor_is_a_look_that_is_logged(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(show_record, AT, by=by, detention=found.pk, who="solicitor", name="Ada Finch")
    assert timeline(found.ref)[0].sentence == "Record shown to their solicitor. Ada Finch"
    with pytest.raises(Refused, match="solicitor or the appropriate adult"):
        done(show_record, AT, by=by, detention=found.pk, who="court", name="The clerk")


def test_who_may_not_make_papers_is_refused(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="make papers"):
        logged(evening, found, by=evening.acting("response_officer"))
