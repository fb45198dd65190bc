"""Few people are never shown, neither as a count nor as what is left of one."""

import pytest

from bluelamp.public.rules.suppressed import HIDDEN, a_day, a_share, may_show


@pytest.mark.parametrize(("count", "shown"), [(0, True), (1, False), (4, False), (5, True), (500, True)])
def test_one_to_four_are_not_shown(count, shown):
    assert may_show(count) is shown


@pytest.mark.parametrize(
    ("part", "of", "value"),
    [(142, 169, "84 %"), (0, 20, "0 %"), (20, 20, "100 %"), (18, 20, ""), (3, 20, ""), (2, 3, "")],
)
def test_a_share_is_hidden_where_either_side_is_few(part, of, value):
    fact = a_share("reached in time", part, of, "How it is counted.")
    assert fact.value == value
    assert (fact.counted == HIDDEN) is (value == "")
    if value.endswith("%"):
        assert f"{part} of {of}" in fact.counted


def test_of_nothing_there_is_no_share():
    fact = a_share("reached in time", 0, 0, "How it is counted.")
    assert (fact.value, fact.counted) == ("", "Nothing of this kind in these days. How it is counted.")


def test_a_mean_is_hidden_where_the_total_is_few():
    assert a_day("arrests a day", 56, 7, "56 arrests").value == "8.0"
    assert a_day("arrests a day", 3, 7, "3 arrests").counted == HIDDEN
    assert a_day("arrests a day", 0, 7, "No arrests").value == "0.0"
