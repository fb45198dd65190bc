"""What a row says: to whom within a sentence."""

import pytest

from bluelamp.owed.models import Promise
from bluelamp.owed.rows import row
from tests.owed.promises import NOON


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("The victim", "the victim"),
        ("Whom it is about", "whom it is about"),
        ("To each", "each"),
        ("Hatfield", "Hatfield"),
    ],
)
def test_to_whom_is_said_within_a_sentence(to: str, said: str) -> None:
    assert row(Promise(kind="gone", record="share:1", to=to, due_at=NOON, began_at=NOON, facts={}, words={})).to == said
