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
