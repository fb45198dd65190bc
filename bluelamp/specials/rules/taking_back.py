"""Taking a patrol status back by one step: an inspector's decision, with a reason the special may read (S3)."""

from bluelamp.specials.rules.pathway import PATROL, PATROLS, Hand, Standing
from bluelamp.specials.rules.rank import has_rank
from bluelamp.verdict import Verdict, allowed, every, refused


def highest(standing: Standing) -> str:
    """The highest patrol status that stands, "" for none."""
    return next((step for step in reversed(PATROLS) if step in standing.passed), "")


def may_take_back(*, standing: Standing, hand: Hand, words: str) -> Verdict:
    """An inspector by regular rank, with a reason. Accompanied is the lowest: below it the record is closed."""
    if standing.ended or highest(standing) in ("", "accompanied"):
        return refused("There is no directed or independent status to take back.", PATROL)
    said = allowed() if words.strip() else refused("Say why, in words the special may read.", PATROL, field="words")
    return every(has_rank(holder=hand.holder, needed="inspector"), said)


def lowered(standing: Standing) -> tuple[str, str]:
    """The status taken back and the one below it that then holds. Raises ValueError where there is none below."""
    steps = list(PATROLS)
    step = highest(standing)
    if step not in steps[1:]:
        raise ValueError("There is no status to take back.")
    return step, steps[steps.index(step) - 1]
