"""Invented data never goes into a borough in service."""

import pytest

from bluelamp.access.acting import system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.twin.actions.marking import mark
from bluelamp.twin.cast import SETTING_UP
from bluelamp.twin.marked import is_marked
from bluelamp.verdict import Refused
from tests.twin.conftest import SINCE

pytestmark = pytest.mark.django_db


def test_an_empty_database_may_be_marked_and_then_says_so() -> None:
    assert not is_marked()
    mark(by=SETTING_UP, at=SINCE, kind="rehearsal")
    assert is_marked()


def test_one_with_a_real_officer_is_refused_in_words() -> None:
    enrol(user_name="real", name="A. Real", by=system("test", "access.grant_roles"), at=SINCE)
    with pytest.raises(Refused, match="in service"):
        mark(by=SETTING_UP, at=SINCE, kind="rehearsal")
    assert not is_marked()
