"""Every figure against entries written by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bluelamp.insight.figures import READ, Figures, worked_out
from bluelamp.insight.rules.shares import Share
from bluelamp.ledger.queries import Line

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)
SINCE, UNTIL = NOON - timedelta(hours=12), NOON + timedelta(hours=12)


def line(event: str, record: str, minutes: float = 0, about: tuple[str, ...] = (), **facts: Any) -> Line:
    at = NOON + timedelta(minutes=minutes)
    return Line(seq=1, record=record, about=about, event=event, by="officer:1", occurred_at=at, recorded_at=at,
                written_at=at, reason="", corrects=None, sentence="", erased=False, facts=facts)  # fmt: skip


def iso(minutes: float) -> str:
    return (NOON + timedelta(minutes=minutes)).isoformat()


def of(*lines: Line, cells: tuple[Line, ...] = ()) -> Figures:
    return worked_out(lines, cells, since=SINCE, until=UNTIL)


def test_contacts_their_answers_and_those_given_up() -> None:
    found = of(
        line("calls.contact_rang", "contact:1", channel="999"),
        line("calls.contact_answered", "contact:1", channel="999", waited_ms=10_000),
        line("calls.contact_rang", "contact:2", channel="999"),
        line("calls.contact_answered", "contact:2", channel="999", waited_ms=10_001),
        line("calls.contact_rang", "contact:3", channel="101"),
        line("calls.contact_abandoned", "contact:3", channel="101", waited_ms=99_000),
    )
    assert found.a_day(found.calls) == 3
    assert found.answered == {"999": Share(part=1, of=2)}
    assert found.abandoned == 1


def test_a_test_call_is_no_contact_and_what_is_written_is_one() -> None:
    found = of(
        line("calls.contact_answered", "contact:1", channel="999", waited_ms=90_000, test=True),
        line("calls.contact_abandoned", "contact:4", channel="999", waited_ms=90_000, test=True),
        line("calls.contact_wrote", "contact:2", channel="ONLINE"),
    )
    assert "calls.test_rang" not in READ
    assert found.a_day(found.calls) == 1
    assert found.answered.get("999", Share()).of == 0
    assert found.abandoned == 0


def graded(record: str, grade: str, due: float | None) -> Line:
    return line("calls.graded", record, grade=grade, due_at=None if due is None else iso(due))


def at_scene(record: str, minutes: float, *, first: bool = True, drive: int = 300) -> Line:
    return line("dispatch.at_scene", record, minutes, first=first, grade="G1", drive_seconds=drive, due_at=iso(15))


def test_attended_in_time_counts_the_first_unit_and_what_was_due_and_not_reached() -> None:
    found = of(
        line("calls.incident_logged", "incident:1", settlement="Bushey"),
        graded("incident:1", "G1", 15),
        at_scene("incident:1", 15),
        at_scene("incident:1", 40, first=False, drive=900),
        graded("incident:2", "G1", 15),
        at_scene("incident:2", 16, drive=600),
        graded("incident:3", "G1", 20),
        graded("incident:4", "G1", 24 * 60),
        graded("incident:5", "G4", None),
    )
    assert found.attended == {"G1": Share(part=1, of=3), "G2": Share(), "G3": Share()}
    assert found.attended_by_settlement["Bushey"] == Share(part=1, of=1)
    assert found.drive_p50 == 10


def test_a_grade_changed_counts_as_it_ended() -> None:
    changed = line("calls.grade_changed", "incident:1", to="G2", due_at=iso(60), **{"from": "G1"})
    found = of(graded("incident:1", "G1", 15), changed, at_scene("incident:1", 30))
    assert found.attended == {"G1": Share(), "G2": Share(part=1, of=1), "G3": Share()}


def test_a_time_agreed_is_when_it_was_due() -> None:
    agreed = line("calls.slot_agreed", "incident:1", grade="G3", due_at=iso(300))
    assert of(graded("incident:1", "G3", 60), agreed, at_scene("incident:1", 290)).attended["G3"] == Share(part=1, of=1)
    assert of(graded("incident:1", "G3", 60), at_scene("incident:1", 290)).attended["G3"] == Share(part=0, of=1)


def test_arrests_are_the_boroughs_own_and_the_drive_is_from_leaving_to_arriving() -> None:
    found = of(
        line("custody.arrested", "arrest:1"),
        line("dispatch.custody_journey", "incident:7", 10),
        line("custody.arrived", "detention:1", 37, about=("arrest:1", "incident:7"), of_the_borough=True),
        line("custody.arrested", "arrest:2"),
        line("custody.arrived", "detention:2", 5, about=("arrest:2",), of_the_borough=False),
    )
    assert found.a_day(found.arrests) == 1
    assert found.suite_p50 == 27


def test_crimes_decided_within_a_day_of_the_report() -> None:
    def owed(record: str, due: float) -> Line:
        return line("crimes.decision_owed", record, due_at=iso(due))

    found = of(
        owed("incident:1", 60),
        line("crimes.recorded", "crime:1", 0, incident="incident:1", reported_at=iso(-24 * 60)),
        line("crimes.recorded", "crime:2", 1, incident="incident:2", reported_at=iso(-24 * 60)),
        line("crimes.not_recorded", "incident:3", 0, reported_at=iso(-5)),
        owed("incident:4", 30),
        owed("incident:5", 24 * 60),
    )
    assert found.recorded_in_24h == Share(part=2, of=4)
    assert found.a_day(found.crimes) == 2


def test_victims_told_in_time_counts_those_still_waiting_once_due_and_not_those_who_opted_out() -> None:
    def owed(telling: int, due: float) -> Line:
        return line("victims.telling_owed", "victim:1", telling=telling, due_at=iso(due))

    found = of(
        owed(1, 60), owed(2, 60), owed(3, 60), owed(4, 24 * 60), owed(5, 60),
        line("victims.told", "victim:1", 60, telling=1, due_at=iso(60)),
        line("victims.told", "victim:1", 61, telling=2, due_at=iso(60)),
        line("victims.opted_out", "victim:1", 5, telling=5),
    )  # fmt: skip
    assert found.told_in_time == Share(part=1, of=3)


def test_promises_by_kind_and_day_with_the_overdue_late_so_far() -> None:
    def settled(event: str, slot: str, due: float = 0) -> Line:
        return line(event, "detention:1", 5, kind="custody.review", slot=slot, due=iso(due))

    found = of(
        settled("owed.kept", "1", 10),
        settled("owed.late_raised", "2"),
        settled("owed.done_late", "2"),
        settled("owed.late_raised", "3"),
        settled("owed.late_raised", "4"),
        settled("owed.withdrawn", "4"),
        settled("owed.broken", "5"),
    )
    assert (found.kept, found.late, found.broken) == (1, 2, 1)
    assert found.promises[0].due == 4
    assert [one.due for one in found.promises_by_day.values()] == [4]


def test_peak_in_cells_by_suite_counts_those_already_there() -> None:
    def cell(event: str, record: str, minutes: float, suite: str = "Hatfield") -> Line:
        return line(f"custody.cell_{event}", record, minutes, suite_name=suite)

    found = of(
        cells=(
            cell("entered", "detention:1", -1000),
            cell("entered", "detention:2", 10),
            cell("left", "detention:1", 20),
            cell("entered", "detention:3", 30),
            cell("entered", "detention:4", 40, "Stevenage"),
        )
    )
    assert found.cells_peak == {"Hatfield": 2, "Stevenage": 1}
    assert found.held_now == {"Hatfield": 2, "Stevenage": 1}


def settled(event: str, kind: str, slot: str) -> Line:
    return line(f"owed.{event}", "detention:1", kind=kind, slot=slot, due=iso(60))


def test_reviews_visits_and_rests_in_time_are_told_from_the_promises_settled() -> None:
    found = of(
        settled("kept", "custody.visit", "1"),
        settled("kept", "custody.visit", "2"),
        settled("done_late", "custody.visit", "3"),
        settled("kept", "custody.review", "1"),
        settled("broken", "custody.rest", "1"),
    )
    assert found.visits_on_time == Share(part=2, of=3)
    assert found.reviews_on_time == Share(part=1, of=1)
    assert found.rest_kept == Share(part=0, of=1)


def test_a_diversion_is_a_suite_that_did_not_accept_and_authorising_is_timed_from_arrival() -> None:
    found = of(
        line("custody.slot_answered", "arrest:1", accepted=False),
        line("custody.slot_answered", "arrest:1", accepted=True),
        line("custody.authorised", "detention:1", 30, arrived_at=iso(8)),
    )
    assert (found.diversions, found.authorised_p50) == (1, 22)
