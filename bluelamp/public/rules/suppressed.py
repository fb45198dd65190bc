"""What may be published: a figure always with its numerator and denominator, and none from which a person shows."""

from dataclasses import dataclass

FEWEST = 5
NOTHING = "Nothing of this kind in these days."
HIDDEN = "Too few to show: fewer than five would point at people."
"""Counts of one to four are not published, nor what they could be worked out from (ONS disclosure control practice)."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One figure for anyone: `value` as it is read, its name, and how it is counted. Hidden: `value` is ""."""

    name: str
    value: str
    counted: str


def may_show(count: int) -> bool:
    """None at all may be said; one to four may not."""
    return count == 0 or count >= FEWEST


def a_day(name: str, total: int, days: int, counted: str) -> Fact:
    """A mean a day, from a total that may be shown."""
    if not may_show(total):
        return Fact(name=name, value="", counted=HIDDEN)
    return Fact(name=name, value=f"{total / days:.1f}", counted=counted)


def a_share(name: str, part: int, of: int, counted: str) -> Fact:
    """A share in per cent of `of`; both it and what is left must be enough to show. Of nothing there is no share."""
    if of == 0:
        return Fact(name=name, value="", counted=f"{NOTHING} {counted}")
    if not (may_show(of) and may_show(part) and may_show(of - part)):
        return Fact(name=name, value="", counted=HIDDEN)
    return Fact(name=name, value=f"{100 * part / of:.0f} %", counted=f"{part} of {of}. {counted}")
