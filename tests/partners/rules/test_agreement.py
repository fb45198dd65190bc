"""Only agreed fields leave, and a refusal says in words what is missing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.partners.rules.agreement import Agreed, chosen, leaving, may_share, may_sign, renewal_due
from bluelamp.partners.rules.fields import FIELDS, Purpose, in_words
from tests.partners.rules.law_for_partners import LAW

ON = date(2026, 11, 20)
HERE = Agreed(
    reference="ISA-7",
    gateway="Crime and Disorder Act 1998 s.115",
    purpose="victim_support",
    fields=frozenset({"name", "safe_contact", "needs"}),
    begins=date(2026, 1, 1),
    ends=date(2026, 12, 31),
)
FOR = {"partner": "The refuge", "purpose": "victim_support"}


@pytest.mark.parametrize(
    ("agreements", "purpose", "fields", "on", "words"),
    [
        ([], "victim_support", ["name"], ON, "There is no agreement with The refuge for this purpose"),
        ([HERE], "health", ["name"], ON, "for this purpose: health."),
        ([HERE], "victim_support", [], ON, "Nothing would be shared"),
        ([HERE], "victim_support", ["name"], date(2027, 1, 1), "ISA-7 with The refuge ran out on Thu 31 Dec 2026."),
        ([HERE], "victim_support", ["name"], date(2025, 12, 31), "begins on Thu 1 Jan 2026."),
        ([replace(HERE, ended=True)], "victim_support", ["name"], ON, "ISA-7 with The refuge was ended."),
        ([HERE], "victim_support", ["name", "address", "health"], ON, "does not cover: Address, Health and medicine."),
    ],
)
def test_what_is_missing_is_said(agreements, purpose, fields, on, words):
    verdict = may_share(agreements, partner="The refuge", purpose=purpose, fields=fields, on=on)
    assert not verdict.allowed
    assert words in verdict.words
    assert "G11" in verdict.source


@pytest.mark.parametrize("on", [HERE.begins, ON, HERE.ends])
def test_first_and_last_day_are_within(on):
    assert may_share([HERE], **FOR, fields=["name", "needs"], on=on).allowed


def test_two_agreements_do_not_add_up_to_one_that_covers_it():
    other = replace(HERE, reference="ISA-8", fields=frozenset({"name", "address"}))
    assert not may_share([HERE, other], **FOR, fields=["needs", "address"], on=ON).allowed
    assert may_share([HERE, other], **FOR, fields=["name", "address"], on=ON).allowed


def test_it_leaves_under_the_agreement_that_names_the_least_beside():
    narrow = replace(HERE, reference="ISA-9", fields=frozenset({"name"}))
    assert chosen([HERE, narrow], purpose="victim_support", fields=["name"], on=ON) == narrow
    assert chosen([HERE, narrow], purpose="victim_support", fields=["name", "needs"], on=ON) == HERE


KEYS = st.sampled_from([*FIELDS, "bank_account", "new address", ""])
DAYS = st.dates(date(2025, 1, 1), date(2028, 1, 1))
AGREED = st.builds(
    Agreed,
    reference=st.sampled_from(["A", "B", "C"]),
    gateway=st.just("CDA 1998 s.115"),
    purpose=st.sampled_from(["victim_support", "health"]),
    fields=st.frozensets(st.sampled_from(list(FIELDS)), max_size=8),
    begins=DAYS,
    ends=DAYS,
    ended=st.booleans(),
)


@given(st.lists(AGREED, max_size=4), st.dictionaries(KEYS, st.text(max_size=4), max_size=8), DAYS)
def test_whatever_is_given_only_agreed_fields_ever_leave(agreements, given_fields, on):
    asked = [key for key, words in given_fields.items() if words.strip()]
    allowed = may_share(agreements, **FOR, fields=asked, on=on).allowed
    under = chosen(agreements, purpose="victim_support", fields=asked, on=on) if asked else None
    assert allowed == (under is not None)
    if under:
        assert under.in_force(on)
        assert under.purpose == "victim_support"
        assert set(leaving(under, given_fields)) == set(asked) <= under.fields


@given(AGREED, st.dictionaries(KEYS, st.text(max_size=4), max_size=12))
def test_what_leaves_is_never_more_than_the_agreement_names(agreed, given_fields):
    left = leaving(agreed, given_fields)
    assert set(left) <= agreed.fields
    assert all(words and words == given_fields[key].strip() for key, words in left.items())


@pytest.mark.parametrize(
    ("change", "words", "field"),
    [
        ({"reference": " "}, "Give the agreement's number.", "reference"),
        ({"gateway": ""}, "Name the law that allows it", "gateway"),
        ({"purpose": "gossip"}, "Choose what it is for.", "purpose"),
        ({"fields": frozenset()}, "Choose the fields", "fields"),
        ({"fields": frozenset({"name", "shoe size"})}, "No such fields: shoe size.", "fields"),
        ({"reference": "ISA-1"}, "used by another agreement", "reference"),
        ({"ends": date(2025, 1, 1)}, "must end after it begins", "ends"),
        ({"begins": date(2026, 1, 1), "ends": date(2026, 11, 19)}, "would have run out already", "ends"),
        ({"ends": date(2029, 1, 2)}, "1096 days at the longest", "ends"),
    ],
)
def test_an_agreement_that_is_not_whole_is_refused(change, words, field):
    verdict = may_sign(replace(HERE, **change), law=LAW, others=["ISA-1"], on=ON)
    assert words in verdict.words
    assert verdict.field == field


def test_a_whole_one_is_allowed():
    assert may_sign(HERE, law=LAW, others=["ISA-1"], on=ON).allowed
    assert may_sign(replace(HERE, ends=date(2029, 1, 1)), law=LAW, others=[], on=ON).allowed


@pytest.mark.parametrize(
    ("begins", "ends", "last"),
    [
        # 31 Dec minus 60 days: 1 Nov; due by its end.
        (date(2026, 1, 1), date(2026, 12, 31), datetime(2026, 11, 2, 0, 0, tzinfo=UTC)),
        # Shorter than sixty days: by its own last day, the end of 20 Dec.
        (date(2026, 12, 1), date(2026, 12, 20), datetime(2026, 12, 21, 0, 0, tzinfo=UTC)),
    ],
)
def test_it_is_renewed_two_months_before_it_ends(begins, ends, last):
    found = renewal_due(LAW, begins=begins, ends=ends)
    assert found.due == last
    assert f"{ends.day} Dec 2026" in found.because[0]


def test_fields_are_said_in_the_order_of_the_list():
    assert in_words(["needs", "name", "other thing"]) == "Name, Needs, other thing"
    assert all(purpose.words for purpose in Purpose)
