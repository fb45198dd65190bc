"""What may be agreed with a caller who waits, and what may be written of a delay."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.calls.rules.waiting import Told, may_agree, may_note_delay
from tests.calls.rules.test_attendance import LAW

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("grade", "is_open", "ahead", "words"),
    [
        ("G3", True, HOUR, ""),
        ("G3", True, timedelta(days=14), ""),
        ("G3", True, timedelta(0), "still ahead"),
        ("G3", True, -HOUR, "still ahead"),
        ("G3", True, timedelta(days=14, minutes=1), "within 14 days"),
        ("G3", False, HOUR, "closed"),
        ("G2", True, HOUR, "this one is Priority"),
        ("", True, HOUR, "not graded yet"),
    ],
)
def test_a_time_ahead_for_a_scheduled_incident(grade, is_open, ahead, words):
    verdict = may_agree(LAW, grade=grade, is_open=is_open, slot=AT + ahead, at=AT)
    assert verdict.allowed == (not words)
    assert words in verdict.words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"told": Told.NOT_SAFE, "cannot_speak_freely": True}, ""),
        ({"told": Told.NOT_TRIED, "cannot_speak_freely": True}, ""),
        ({"told": Told.YES, "cannot_speak_freely": True}, "do not ring back"),
        ({"told": Told.NOT_REACHED, "cannot_speak_freely": True}, "do not ring back"),
        ({"why": "  "}, "Say why"),
        ({"somebody_came": True}, "at scene already"),
        ({"is_open": False}, "closed"),
    ],
)
def test_a_delay_has_its_reason_and_nobody_is_rung_who_would_be_heard(facts, words):
    usual = {"is_open": True, "somebody_came": False, "cannot_speak_freely": False, "told": Told.YES, "why": "No car"}
    verdict = may_note_delay(**{**usual, **facts})
    assert verdict.allowed == (not words)
    assert words in verdict.words
