"""Overdue, never unlawful: the reason is written once, for a deadline that was not met, in the record's chain."""

import pytest

from bluelamp.custody.actions.explaining import explain_overdue
from bluelamp.custody.actions.reviewing import review
from bluelamp.custody.every_clock import clocks_of, overdue_of
from bluelamp.custody.models import OverdueReason
from bluelamp.ledger.queries import timelines
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done


def test_a_late_review_asks_for_its_reason(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    done(review, TEN + 8 * HOUR, by=by, detention=found.pk, outcome="continued", words="Late")
    assert [one.key for one in overdue_of(found, TEN + 9 * HOUR)] == ["review_1"]
    done(explain_overdue, TEN + 9 * HOUR, by=by, detention=found.pk, what="review_1", words="At a death in Stevenage")
    assert any("Overdue: Review 1" in line.sentence for line in timelines([found.ref], limit=20))
    with pytest.raises(Refused, match="The reason was written"):
        done(explain_overdue, TEN + 9 * HOUR, by=by, detention=found.pk, what="review_1", words="Again")
    assert OverdueReason.objects.count() == 1


def test_what_was_in_time_needs_no_reason(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    with pytest.raises(Refused, match="not overdue"):
        done(explain_overdue, TEN + 2 * HOUR, by=by, detention=found.pk, what="review_1", words="x")


def test_every_deadline_says_how_it_was_counted(evening: Evening) -> None:
    found = evening.held()
    known = clocks_of(found, TEN + 2 * HOUR)
    names = {one.key for one in known}
    assert {"decision", "limit", "limit_36", "limit_96", "window", "review_1", "rights"} <= names
    assert all(one.because and one.basis for one in known)
