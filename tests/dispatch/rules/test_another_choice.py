import pytest

from bluelamp.dispatch.rules.another_choice import may_choose


@pytest.mark.parametrize(
    ("rank", "first", "why", "allowed"),
    [
        (1, "43", "", True),
        (2, "43", "", False),
        (2, "43", "43 has a detainee", True),
        (2, "43", "  ", False),
        (None, "43", "", False),
        (None, "", "", True),
    ],
)
def test_another_than_the_first_choice_needs_a_reason(rank: int | None, first: str, why: str, allowed: bool) -> None:
    verdict = may_choose(rank=rank, first=first, why=why)
    assert verdict.allowed is allowed
    assert allowed or "43 is advised first" in verdict.words
