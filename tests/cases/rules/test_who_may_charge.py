"""Who may charge (F1)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere, may_police_charge

SUMMARY = Offence(tried=TriedWhere.SUMMARY)
EITHER_WAY = Offence(tried=TriedWhere.EITHER_WAY, magistrates_suitable=True)


@pytest.mark.parametrize(
    ("offence", "police"),
    [
        (SUMMARY, True),
        (replace(SUMMARY, domestic=True), False),
        (replace(SUMMARY, hate=True), False),
        (replace(SUMMARY, harassment_or_stalking=True), False),
        (EITHER_WAY, False),
        (replace(EITHER_WAY, guilty_plea_expected=True), True),
        (replace(EITHER_WAY, guilty_plea_expected=True, over_twelve_months_likely=True), False),
        (replace(EITHER_WAY, retail_theft=True), True),
        (replace(EITHER_WAY, retail_theft=True, magistrates_suitable=False), False),
        (replace(EITHER_WAY, guilty_plea_expected=True, death=True), False),
        (replace(EITHER_WAY, guilty_plea_expected=True, on_cps_list="Violent disorder"), False),
        (replace(EITHER_WAY, guilty_plea_expected=True, consent_needed=True), False),
        (replace(EITHER_WAY, guilty_plea_expected=True, terrorism_or_secrets=True), False),
        (Offence(tried=TriedWhere.INDICTABLE, guilty_plea_expected=True, magistrates_suitable=True), False),
    ],
)
def test_police_or_cps(offence: Offence, police: bool) -> None:
    verdict = may_police_charge(offence)
    assert verdict.allowed is police
    assert verdict.words
    assert verdict.source


@given(st.builds(Offence, tried=st.sampled_from(TriedWhere), on_cps_list=st.just("")))
def test_domestic_abuse_is_always_for_the_cps(offence: Offence) -> None:
    assert not may_police_charge(replace(offence, domestic=True)).allowed
