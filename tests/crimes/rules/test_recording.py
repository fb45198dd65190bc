"""Recording a crime: whether, by when, and why not (H1 to H3)."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.crimes.rules.recording import (
    NotRecording,
    ReasonNotToRecord,
    Report,
    may_leave_unrecorded,
    must_record,
    record_by,
)
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import LONDON, as_local, local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "crimes" / "law.toml")


def test_24_hours_through_the_autumn_night() -> None:
    found = record_by(LAW, reported_at=local(date(2026, 10, 24), time(21, 40)))
    assert f"{as_local(found.due):%d %b %H:%M %Z}" == "25 Oct 20:40 GMT"
    assert found.basis


@given(st.datetimes(min_value=datetime(2021, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(LONDON)))  # noqa: DTZ001
def test_always_24_real_hours(reported: datetime) -> None:
    assert between(reported, record_by(LAW, reported_at=reported).due) == timedelta(hours=24)


@pytest.mark.parametrize(
    ("report", "record"),
    [
        (Report(amounts_to_a_crime=True), True),
        (Report(amounts_to_a_crime=True, credible_evidence_against=True), False),
        (Report(amounts_to_a_crime=False), False),
        (Report(victim_based=False, amounts_to_a_crime=True), False),
        (Report(victim_based=False, points_evidenced=True), True),
    ],
)
def test_the_test(report: Report, record: bool) -> None:
    verdict = must_record(report)
    assert verdict.allowed is record
    assert verdict.words


@given(wants=st.sampled_from([True, False, None]), suspect=st.sampled_from([True, False, None]))
def test_neither_the_victims_wish_nor_a_suspect_changes_it(wants: bool | None, suspect: bool | None) -> None:
    assert must_record(Report(amounts_to_a_crime=True, victim_wants_it=wants, suspect_known=suspect)).allowed


TOLD = local(date(2026, 11, 20), time(9))


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (NotRecording(reason=ReasonNotToRecord.NOT_A_CRIME, words="Civil debt", victim_told_at=TOLD), None),
        (NotRecording(reason=ReasonNotToRecord.NOT_A_CRIME, words="Civil debt", why_not_told="Cannot be found"), None),
        (NotRecording(reason=ReasonNotToRecord.POINTS_NOT_EVIDENCED, words="No drugs found", no_victim=True), None),
        (NotRecording(reason=ReasonNotToRecord.NOT_A_CRIME, words="Civil debt"), "victim_told_at"),
        (NotRecording(reason=ReasonNotToRecord.NOT_A_CRIME, words=" ", victim_told_at=TOLD), "words"),
        (NotRecording(reason=ReasonNotToRecord.ALREADY_RECORDED, words="Same", victim_told_at=TOLD), "reference"),
    ],
)
def test_not_recording(decision: NotRecording, field: str | None) -> None:
    verdict = may_leave_unrecorded(decision)
    assert verdict.allowed is (field is None)
    assert verdict.field == (field or "")


def test_every_reason_has_words() -> None:
    assert all(reason.words for reason in ReasonNotToRecord)
