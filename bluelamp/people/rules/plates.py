"""Number plates: kept as seen, compared by form and by look; never refused (A5 to A7)."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """The form a plate has; UNMATCHED covers foreign, military and trade plates, and mistakes."""

    CURRENT = "current"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NORTHERN_IRELAND = "northern_ireland"
    DATELESS = "dateless"
    DIPLOMATIC = "diplomatic"
    UNMATCHED = "unmatched"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Style.CURRENT: "current style",
    Style.PREFIX: "year letter first",
    Style.SUFFIX: "year letter last",
    Style.NORTHERN_IRELAND: "Northern Ireland",
    Style.DATELESS: "without a date",
    Style.DIPLOMATIC: "diplomatic",
    Style.UNMATCHED: "not a known British form: foreign, trade or military, or misread",
}
# The Road Vehicles (Display of Registration Marks) Regulations 2001, Schedule 3; letters left out as DVLA issues them.
_FORMS: tuple[tuple[Style, str], ...] = (
    (Style.CURRENT, r"[A-HJ-PR-Y]{2}[0-9]{2}[A-HJ-PR-Z]{3}"),
    (Style.PREFIX, r"[A-HJ-NP-TV-Y][1-9][0-9]{0,2}[A-HJ-PR-Y]{3}"),
    (Style.SUFFIX, r"[A-HJ-PR-Y]{3}[1-9][0-9]{0,2}[A-HJ-NPR-TV-Y]"),
    (Style.DIPLOMATIC, r"[0-9]{3}[DX][0-9]{3}"),
    (Style.DATELESS, r"[1-9][0-9]{0,3}[A-Z]{1,2}|[1-9][0-9]{0,2}[A-Z]{1,3}"),
    (Style.DATELESS, r"[A-Z]{1,3}[1-9][0-9]{0,2}|[A-Z]{1,2}[1-9][0-9]{0,3}"),
    (Style.NORTHERN_IRELAND, r"[A-Z]{3}[1-9][0-9]{3}|[1-9][0-9]{3}[A-Z]{3}"),
)
_LOOKS = str.maketrans(
    {
        **dict.fromkeys("OQD", "0"),
        **dict.fromkeys("ILJT", "1"),
        "Z": "2",
        "A": "4",
        "S": "5",
        **dict.fromkeys("GC", "6"),
        "B": "8",
        "U": "V",
        "W": "M",
        "N": "M",
        "F": "E",
        "R": "P",
    }
)
_AS_DIGIT = str.maketrans("OQDILJTZASGB", "000111124568")
_AS_LETTER = str.maketrans("0124568", "OIZASGB")


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A plate as seen, its normalised form, the skeleton by which misread plates meet, and its form."""

    as_seen: str
    normalised: str
    skeleton: str
    style: Style

    @property
    def flag(self) -> str:
        """A warning in words for a plate of no known form, or an age mark that cannot be; empty otherwise."""
        if self.style is Style.UNMATCHED:
            return f"Kept as seen; {Style.UNMATCHED.words}."
        if self.style is Style.CURRENT and self.normalised[2:4] in ("00", "01"):
            return "The age mark was never issued: misread, or a false plate."
        return ""


def plate(as_seen: str) -> Plate:
    """Read a plate; any text is kept, and one of no known form is flagged, never refused."""
    normalised = normalise(as_seen)
    return Plate(as_seen=as_seen, normalised=normalised, skeleton=skeleton(normalised), style=style(normalised))


def normalise(text: str) -> str:
    """Upper case without spaces and punctuation; letters and digits of any script stay."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum())


def skeleton(normalised: str) -> str:
    """The plate with every sign that is easily misread replaced by one of its kind: O, Q and D read as 0, and so on."""
    return normalised.translate(_LOOKS)


def style(normalised: str) -> Style:
    """The first form of Schedule 3 that fits the whole plate."""
    return next((style for style, form in _FORMS if re.fullmatch(form, normalised)), Style.UNMATCHED)


def repaired(normalised: str) -> str:
    """A seven-sign plate read as the current style: signs 3 and 4 as digits, the others as letters.

    Only a suggestion to search by (AB1OCDE -> AB10CDE); the plate itself stays as seen. Returns it unchanged where
    the result is still no current plate.
    """
    if len(normalised) != 7:
        return normalised
    letters, digits, rest = normalised[:2], normalised[2:4], normalised[4:]
    found = letters.translate(_AS_LETTER) + digits.translate(_AS_DIGIT) + rest.translate(_AS_LETTER)
    return found if style(found) is Style.CURRENT else normalised


def why_match(asked: str, held: str) -> str:
    """Why the plate `held` may answer a search for `asked` (both normalised): "" for no match.

    Anything but the same plate is labelled possible; plates are never linked by this (A7).
    """
    if asked == held:
        return "Same plate"
    if repaired(asked) == held:
        return f"Possible: {asked} read as {held}"
    if skeleton(asked) == skeleton(held):
        return "Possible: signs that look alike"
    if len(asked) == len(held) and sum(a != b for a, b in zip(asked, held, strict=True)) == 1:
        return "Possible: one sign differs"
    if len(asked) >= 3 and asked in held:
        return "Possible: part of the plate"
    return ""
