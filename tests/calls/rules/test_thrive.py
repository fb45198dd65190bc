"""THRIVE is a rationale with six headings, never a score (C10)."""

from dataclasses import asdict

import pytest

from bluelamp.calls.rules.thrive import HEADINGS, Rationale, complete, missing

FULL = Rationale(
    threat="Ex-partner at the door",
    harm="None so far",
    risk="He has been violent before",
    investigation="Doorbell film",
    vulnerability="Two children upstairs",
    engagement="Wants an officer, wants no call back",
)


def test_six_headings_in_words_are_complete() -> None:
    assert complete(FULL).allowed
    assert missing(FULL) == ()


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("words", ["", "   ", "7", "8/10"])
def test_an_empty_heading_or_a_number_is_refused(heading: str, words: str) -> None:
    verdict = complete(Rationale(**{**asdict(FULL), heading: words}))
    assert not verdict.allowed
    assert verdict.field == heading


@pytest.mark.parametrize("words", ["لا شيء معروف", "нет", "nic"])
def test_words_of_any_language_will_do(words: str) -> None:
    assert complete(Rationale(**{**asdict(FULL), "harm": words})).allowed
