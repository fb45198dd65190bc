"""What a record is about decides who may see it from its first minute: the narrowest circle of all that hold."""

import pytest

from bluelamp.access.rules.grounds import Ground, Policy, grounds_of, policy_of

POLICIES = {one: Policy(words=one.value, asks="superintendent", sees=()) for one in Ground}


@pytest.mark.parametrize(
    ("said", "decides"),
    [
        ({"domestic": True}, "domestic"),
        ({"domestic": True, "child": True}, "child"),
        ({"child": True, "sexual": True}, "sexual"),
        ({"domestic": True, "child": True, "sexual": True, "police": True}, "police"),
    ],
)
def test_the_narrowest_circle_decides(said: dict[str, bool], decides: str) -> None:
    assert policy_of(grounds_of(**said), POLICIES).words == decides


def test_without_a_ground_a_record_is_not_restricted() -> None:
    assert not grounds_of()
    with pytest.raises(ValueError, match="without a ground"):
        policy_of(grounds_of(), POLICIES)
