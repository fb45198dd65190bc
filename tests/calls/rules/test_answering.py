"""Answering in time (C5)."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bluelamp.calls.rules.answering import answer_by, answered_in_time
from bluelamp.calls.rules.channels import Channel
from bluelamp.deadlines.instants import local
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "calls" / "law.toml")
RANG = local(date(2026, 11, 20), time(21, 26))


@pytest.mark.parametrize(
    ("channel", "seconds", "kept"),
    [
        (Channel.EMERGENCY, 10.0, True),
        (Channel.EMERGENCY, 10.001, False),
        (Channel.NON_EMERGENCY, 90.0, True),
        (Channel.NON_EMERGENCY, 91.0, False),
        (Channel.HELP_POINT, 10.0, True),
    ],
)
def test_in_time(channel: Channel, seconds: float, kept: bool) -> None:
    answered = RANG + timedelta(seconds=seconds)
    assert answered_in_time(LAW, channel=channel, presented_at=RANG, answered_at=answered) is kept


@pytest.mark.parametrize("channel", [Channel.ONLINE, Channel.OFFICER, Channel.ALARM])
def test_what_does_not_ring_has_no_target(channel: Channel) -> None:
    assert answer_by(LAW, channel=channel, presented_at=RANG) is None
    assert answered_in_time(LAW, channel=channel, presented_at=RANG, answered_at=RANG) is None
