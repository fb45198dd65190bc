"""What a rehearsal prints: one JSON object with agreed keys, or a table with the assumptions beside it."""

import json
from datetime import timedelta

from bluelamp.insight.duty_figures import DutyFigures
from bluelamp.insight.figures import Figures
from bluelamp.insight.rules.shares import Share
from bluelamp.ledger.verifying import Report
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.printing import Result, as_json, as_table
from tests.twin.conftest import SINCE

KEYS = {
    "days", "calls_per_day", "incidents_per_day", "arrests_per_day", "attended_in_time", "drive_minutes_p50",
    "crimes_recorded_in_24h", "told_in_time", "promises", "cells_peak", "records_skipped", "ledger", "seconds",
    "reviews_on_time", "visits_on_time", "rest_kept", "diversions", "authorised_minutes_p50",
    "minutes_uncovered", "specials_hours", "call_outs", "referred_in_two_days", "assessed_by_end_of_shift",
    "unsafe_messages", "messages_left", "told_reached_share_assumed",
    "crimes_with_their_victims", "referred_to_meeting_in_time",
}  # fmt: skip


def result() -> Result:
    found = Figures(since=SINCE, until=SINCE + timedelta(days=2))
    found.calls[SINCE.date()] = 340
    found.attended = {"G1": Share(part=9, of=10), "G2": Share(), "G3": Share(part=1, of=1)}
    found.kept, found.cells_peak = 7, {"Hatfield": 20}
    duty = DutyFigures(minutes_uncovered=0, specials_hours=41.25, call_outs_made=3, call_outs_answered=2)
    return Result(
        found=found,
        duty=duty,
        report=Report(entries=12),
        unsafe=Share(of=4),
        days=2,
        skipped=5,
        seconds=1.23,
        refusals={},
    )


def test_json_holds_every_agreed_key() -> None:
    said = json.loads(as_json(result()))
    assert said.keys() >= KEYS
    assert said["calls_per_day"] == 170
    assert said["attended_in_time"] == {"G1": 0.9, "G2": None, "G3": 1.0}
    assert said["promises"] == {"kept": 7, "late": 0, "broken": 0}
    assert said["ledger"] == {"entries": 12, "verified": True}
    assert (said["records_skipped"], said["cells_peak"]) == (5, {"Hatfield": 20})


def test_json_and_table_say_how_the_days_were_covered() -> None:
    said, table = json.loads(as_json(result())), as_table(result())
    assert (said["minutes_uncovered"], said["specials_hours"]) == (0, 41.2)
    assert said["call_outs"] == {"made": 3, "answered": 2}
    for words in ("Minutes uncovered", "Hours of special constables", "Called out, of these answered"):
        assert words in table


def test_json_and_table_say_how_victims_were_served_and_what_is_assumed_of_reaching_them() -> None:
    said, table = json.loads(as_json(result())), as_table(result())
    assert (said["unsafe_messages"], said["messages_left"]) == (0, 4)
    assert said["told_reached_share_assumed"] == assumptions().number("telling_reached_share")
    for words in (
        "Referred in two working days",
        "Risk assessed by end of shift",
        "0 of 4 sent",
        "% of the time: assumed",
    ):
        assert words in table


def test_the_table_names_every_assumption_with_its_source() -> None:
    table = as_table(result())
    for one in assumptions().values.values():
        assert one.key in table
        assert one.source in table
