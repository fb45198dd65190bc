"""The law of a domain as this borough's force applies it: the shipped values, with the force's own over them."""

from functools import cache
from pathlib import Path

from bluelamp.deadlines.law import Law, load
from bluelamp.places.folder import borough_folder

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def law_of(domain: str) -> Law:
    """The dated reference data of `domain` ("custody"), overridden by `law/<domain>.toml` of the borough's folder."""
    own = borough_folder() / "law" / f"{domain}.toml"
    return load(_PACKAGE / domain / "law.toml", *([own] if own.exists() else []))


CHECKED = {
    "V": "Read in the law",
    "V2": "Read at second hand, to be checked",
    "U": "From memory, to be checked",
    "P": "Policy of the force",
}
"""How far a value was checked, in words, by its tag."""


def to_be_checked(domain: str, basis: str) -> str:
    """How far the numbers behind a citation were checked, where nobody has read them in the source or signed them off;
    "" where somebody has. The weakest of them counts."""
    law = law_of(domain)
    values = (value for key in law.keys() for value in law.versions(key))  # noqa: SIM118 - not a dict
    open_ = {one.tag for one in values if one.source in basis and one.tag in ("U", "V2") and not one.signed_off_by}
    return next((CHECKED[tag] for tag in ("U", "V2") if tag in open_), "")
