"""The pathways this force follows: those shipped, with the force's own of the same key in their place."""

from functools import cache
from pathlib import Path

from bluelamp.places.folder import borough_folder
from bluelamp.safeguarding.rules.pathways import Pathway, read

_SHIPPED = Path(__file__).parent / "pathways"


@cache
def pathways() -> dict[str, Pathway]:
    """The pathways by key, the force's own over those shipped. Raises PathwayError for a file that cannot be used."""
    files = [*sorted(_SHIPPED.glob("*.toml")), *sorted((borough_folder() / "pathways").glob("*.toml"))]
    return {found.key: found for found in map(read, files)}
