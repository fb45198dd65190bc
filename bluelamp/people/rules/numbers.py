"""Telephone numbers as people write them: a key to compare by, and what a warning on one needs."""

import re
from datetime import datetime

from bluelamp.verdict import Verdict, allowed, refused

LEAST = 3
"""Fewer digits than this are no number that anybody rings from."""


def number_key(text: str) -> str:
    """What two spellings of one number share: its digits, with 0 in place of the country's 44; 20 at most."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.strip().startswith("+44") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0")
    return digits[:20]


def may_warn(*, number: str, words: str, source: str, expires_at: datetime, at: datetime) -> Verdict:
    """A warning on a number needs the number, words, a source and an end still to come."""
    if len(number_key(number)) < LEAST:
        return refused("Give the whole number.", field="number")
    if not words.strip():
        return refused("Say what must be known before the call is graded.", field="words")
    if not source.strip():
        return refused("Say how it is known.", field="source")
    if expires_at <= at:
        return refused("The warning must end after now.", field="expires_at")
    return allowed()
