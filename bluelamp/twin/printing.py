"""A rehearsal's results, with the assumptions beside them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bluelamp.insight.duty_figures import DutyFigures
from bluelamp.insight.figures import Figures
from bluelamp.insight.rules.shares import Share
from bluelamp.ledger.verifying import Report
from bluelamp.twin.assumptions import Assumption, assumptions

GRADES = {"G1": "Immediate", "G2": "Priority", "G3": "Scheduled"}


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a rehearsal gave. `refusals`: what the rules refused the twin's people, counted by words."""

    found: Figures
    duty: DutyFigures
    report: Report
    unsafe: Share
    days: int
    skipped: int
    seconds: float
    refusals: Mapping[str, int]


def as_json(result: Result) -> str:
    """One object; shares between 0 and 1, null where nothing was counted."""
    found, report = result.found, result.report
    return json.dumps(
        {
            "days": result.days,
            "calls_per_day": round(found.a_day(found.calls), 1),
            "incidents_per_day": round(found.a_day(found.incidents), 1),
            "arrests_per_day": round(found.a_day(found.arrests), 1),
            "attended_in_time": {grade: _share(share) for grade, share in found.attended.items()},
            "drive_minutes_p50": _rounded(found.drive_p50),
            "suite_drive_minutes_p50": _rounded(found.suite_p50),
            "answered_in_target": {channel: _share(share) for channel, share in found.answered.items()},
            "crimes_per_day": round(found.a_day(found.crimes), 1),
            "crimes_recorded_in_24h": _share(found.recorded_in_24h),
            "crimes_with_their_victims": _share(found.victims_named),
            "told_in_time": _share(found.told_in_time),
            "told_reached_share_assumed": assumptions().number("telling_reached_share"),
            "referred_in_two_days": _share(found.referred_in_time),
            "assessed_by_end_of_shift": _share(found.assessed_in_time),
            "referred_to_meeting_in_time": _share(found.to_meeting_in_time),
            "unsafe_messages": result.unsafe.part,
            "messages_left": result.unsafe.of,
            "reviews_on_time": _share(found.reviews_on_time),
            "visits_on_time": _share(found.visits_on_time),
            "rest_kept": _share(found.rest_kept),
            "diversions": found.diversions,
            "authorised_minutes_p50": _rounded(found.authorised_p50),
            "promises": {"kept": found.kept, "late": found.late, "broken": found.broken},
            "minutes_uncovered": result.duty.minutes_uncovered,
            "specials_hours": round(result.duty.specials_hours, 1),
            "call_outs": {"made": result.duty.call_outs_made, "answered": result.duty.call_outs_answered},
            "cells_peak": found.cells_peak,
            "records_skipped": result.skipped,
            "ledger": {"entries": report.entries, "verified": report.sound},
            "refused": sum(result.refusals.values()),
            "seconds": round(result.seconds, 1),
        }
    )


def as_table(result: Result) -> str:
    """A table for people: each result, and the assumptions it rests on."""
    found, report, days, seconds = result.found, result.report, result.days, result.seconds
    lines = [f"{days} days from {found.since:%d %b %Y}", "", f"{'Result':<38}{'':>22}  Rests on", "-" * 118]
    lines += [_line(*row) for row in (*_results(found), *_of_duty(result.duty))]
    lines += [
        _line("Unsafe messages", f"{result.unsafe.part} of {result.unsafe.of} sent", "what people had called safe"),
        _line("Records of other places left out", str(result.skipped)),
        _line(
            "Ledger", f"{report.entries} entries", "every hash recomputed: " + ("sound" if report.sound else "FAULTY")
        ),
        _line("Time taken", f"{seconds:.1f} s", f"{seconds / days:.1f} s a day"),
    ]
    for words, count in sorted(result.refusals.items(), key=lambda one: -one[1])[:5]:
        lines.append(_line(f"Refused {count} times", "", words))
    return "\n".join(
        [*lines, "", "Assumptions (assumptions.toml, care.toml and duty.toml):", *map(_assumed, _printed())]
    )


def _results(found: Figures) -> list[tuple[str, str, str]]:
    a_day = found.a_day
    rows = [
        ("Contacts a day", f"{a_day(found.calls):.1f}", "calls_a_day, curve"),
        ("Incidents a day", f"{a_day(found.incidents):.1f}", "incidents_a_day; crimes from the records"),
        ("Crimes recorded a day", f"{a_day(found.crimes):.1f}", "the records"),
        ("Arrests a day", f"{a_day(found.arrests):.1f}", "arrest shares by category, arrests_elsewhere_a_day"),
    ]
    for channel, share in found.answered.items():
        rows.append((f"Answered in target, {channel}", share.words, "answered_in_target"))
    for grade, share in found.attended.items():
        rows.append(
            (
                f"Attended in time, {GRADES[grade]}",
                share.words,
                "the published roster, cars, minutes at scene, away_minutes",
            )
        )
    rows += [
        ("Drive to scene, median", _minutes(found.drive_p50), "drive times (proxy), drive_spread"),
        ("Drive to a suite, median", _minutes(found.suite_p50), "drive times anchored to about 25 minutes"),
        ("Crimes decided within 24 h", found.recorded_in_24h.words, "record_hours, recorded_at_scene_share"),
        *_of_victims(found),
        ("Detention reviews on time", found.reviews_on_time.words, "review_late_share"),
        ("Cell visits on time", found.visits_on_time.words, "visit_late_share; the borough's own detainees"),
        (
            "Rests begun in time for 8 hours",
            found.rest_kept.words,
            "to bed at half past ten; the borough's own",
        ),
        ("Arrests diverted by a full suite", str(found.diversions), "county_detainees_a_day, detention_hours"),
        ("Arrival to authorisation, median", _minutes(found.authorised_p50), "authorise_minutes"),
        ("Promises kept / late / broken", f"{found.kept} / {found.late} / {found.broken}", "all of the above"),
    ]
    rows += [(f"Peak in cells, {suite}", str(most), "county_detainees_a_day, detention_hours") for suite, most in
             found.cells_peak.items()]  # fmt: skip
    return rows


def _of_victims(found: Figures) -> list[tuple[str, str, str]]:
    return [
        ("Crimes with a victim that is named", found.victims_named.words, "the crime's type says whom it harms"),
        ("Victims told in time", found.told_in_time.words, f"telling_hours; an attempt reaches {_reached()}: assumed"),
        ("Referred in two working days", found.referred_in_time.words, "telling_hours, telling_reached_share"),
        ("Risk assessed by end of shift", found.assessed_in_time.words, "assessed_at_scene_share, from the queue"),
        (
            "On a meeting's list in time",
            found.to_meeting_in_time.words,
            "those that meet its criteria; marac_referred_hours",
        ),
    ]


def _reached() -> str:
    return f"{assumptions().number('telling_reached_share'):.0%} of the time"


def _of_duty(duty: DutyFigures) -> list[tuple[str, str, str]]:
    short, made, answered = duty.minutes_uncovered, duty.call_outs_made, duty.call_outs_answered
    return [
        ("Minutes uncovered", "no roster" if short is None else str(short), "the published roster, by its checker"),
        ("Hours of special constables", f"{duty.specials_hours:.1f}", "special_shifts_of_28; those on the roster"),
        ("Called out, of these answered", f"{made}, {answered}", "call_outs_a_day, call_out_answered_share"),
    ]


def _line(name: str, value: str, rests_on: str = "") -> str:
    return f"{name:<38}{value:>22}  {rests_on}".rstrip()


def _printed() -> list[Assumption]:
    return list(assumptions().values.values())


def _assumed(one: Assumption) -> str:
    return f"  {one.key}: {one.value} {one.unit}. {one.words}. {one.source} ({one.dated})."


def _share(share: Share) -> float | None:
    return None if share.share is None else round(share.share, 3)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _minutes(value: float | None) -> str:
    return "none" if value is None else f"{value:.1f} min"
