"""The victim's views before bail with conditions (V8): asked of them, or through who speaks for them."""

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "PACE s.47ZZA"


def may_keep(*, answer: str, words: str, needs_speaker: bool = False, through: str = "") -> Verdict:
    """Whether views, or why they could not be asked, may be kept.

    `needs_speaker`: under 18 or vulnerable; then `through` names who spoke for them, unless nobody could be asked.
    """
    if answer != "none" and not words.strip():
        missing = "Write why it was not practicable to ask." if answer == "not_practicable" else "Write what they said."
        return refused(missing, _SOURCE, field="words")
    if needs_speaker and answer != "not_practicable" and not through.strip():
        return refused("Under 18 or vulnerable: who spoke for them? Give the name.", _SOURCE, field="through")
    return allowed()
