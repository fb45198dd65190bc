"""What may be done to a contact point in each state: the whole table."""

import pytest

from bluelamp.places.rules.phones import may_begin_test, may_end_test, may_mend, may_report_fault

STATES = ("working", "faulty", "testing")


@pytest.mark.parametrize("state", STATES)
def test_what_each_state_allows(state: str) -> None:
    assert may_report_fault(state, "No tone").allowed is (state != "faulty")
    assert may_mend(state).allowed is (state == "faulty")
    assert may_begin_test(state).allowed is (state != "testing")
    assert may_end_test(state, True, "").allowed is (state == "testing")


def test_a_fault_and_a_failed_test_need_words() -> None:
    assert may_report_fault("working", "  ").field == "fault"
    assert may_end_test("testing", False, " ").field == "fault"
    assert may_end_test("testing", False, "Nobody heard").allowed


@pytest.mark.parametrize("state", STATES)
def test_every_refusal_says_why_and_by_what(state: str) -> None:
    verdicts = [may_report_fault(state, ""), may_mend(state), may_begin_test(state), may_end_test(state, False, "")]
    for verdict in verdicts:
        assert verdict.allowed or (verdict.words and verdict.source)
