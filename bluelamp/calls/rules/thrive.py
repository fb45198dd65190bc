"""THRIVE: the rationale of an assessment. It has no statutory basis and is never a score (C10)."""

from dataclasses import dataclass, fields

from bluelamp.verdict import Verdict, allowed, every, refused

HEADINGS = {
    "threat": "Threat",
    "harm": "Harm",
    "risk": "Risk",
    "investigation": "Investigation",
    "vulnerability": "Vulnerability",
    "engagement": "Engagement",
}
_SOURCE = "THRIVE, force policy C10"


@dataclass(frozen=True, kw_only=True)
class Rationale:
    """Six headings, each in the assessor's own words. "None known" is an answer; an empty heading is not."""

    threat: str = ""
    harm: str = ""
    risk: str = ""
    investigation: str = ""
    vulnerability: str = ""
    engagement: str = ""


def missing(rationale: Rationale) -> tuple[str, ...]:
    """The headings that still have no words, as shown to the reader."""
    return tuple(HEADINGS[field.name] for field in fields(rationale) if not getattr(rationale, field.name).strip())


def complete(rationale: Rationale) -> Verdict:
    """Allowed when every heading has words. A bare number is refused: THRIVE is a rationale, never a total."""
    return every(*(_heading(name, getattr(rationale, name)) for name in HEADINGS))


def _heading(name: str, words: str) -> Verdict:
    if not words.strip():
        return refused(f"{HEADINGS[name]}: say what is known, or that nothing is known.", _SOURCE, field=name)
    if not any(character.isalpha() for character in words):
        return refused(f"{HEADINGS[name]}: use words. THRIVE is not a score.", _SOURCE, field=name)
    return allowed()
