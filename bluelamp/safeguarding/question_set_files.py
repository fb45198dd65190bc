"""The question sets this force uses: those shipped, with the force's own of the same key in their place."""

from functools import cache
from pathlib import Path

from bluelamp.places.folder import borough_folder
from bluelamp.safeguarding.rules.question_sets import QuestionSet, read

_SHIPPED = Path(__file__).parent / "question_sets"


@cache
def question_sets() -> dict[str, QuestionSet]:
    """The sets by key, the force's own over those shipped. Raises QuestionSetError for a file that cannot be used."""
    files = [*sorted(_SHIPPED.glob("*.toml")), *sorted((borough_folder() / "question_sets").glob("*.toml"))]
    return {found.key: found for found in map(read, files)}
