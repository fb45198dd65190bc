"""Addresses as people write them: a key to compare by, and the postcode in them."""

import re
import unicodedata
from datetime import datetime

from bluelamp.verdict import Verdict, allowed, refused

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)


def postcode_in(text: str) -> str:
    """The postcode in a text, written "WD6 1WA"; empty if there is none."""
    found = _POSTCODE.search(text)
    return f"{found.group(1)} {found.group(2)}".upper() if found else ""


def address_key(text: str) -> str:
    """What two spellings of one address share: small letters, no accents, no marks, single spaces; 200 at most."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", plain.casefold()).strip()[:200]


def may_warn(*, address: str, words: str, source: str, expires_at: datetime, at: datetime) -> Verdict:
    """A warning needs an address, words, a source and an end still to come."""
    for field, text, what in (
        ("address", address, "address"),
        ("words", words, "warning"),
        ("source", source, "source"),
    ):
        if not text.strip():
            return refused(f"Give the {what}.", field=field)
    if len(address.strip()) > 200 or len(source.strip()) > 120:
        return refused("The address may have 200 characters, the source 120.", field="address")
    if expires_at <= at:
        return refused("The warning must end after now.", field="expires_at")
    return allowed()
