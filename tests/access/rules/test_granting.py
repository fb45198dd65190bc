"""Who may be granted which role."""

import pytest

from bluelamp.access.rules.granting import Granting, may_grant, may_withdraw
from bluelamp.access.rules.reasons import good_reason


def asked(**changed: object) -> Granting:
    facts = {
        "granter": 1,
        "officer": 2,
        "is_active": True,
        "held": frozenset(),
        "role": "dispatcher",
        "known_roles": frozenset({"dispatcher", "administrator", "auditor"}),
    }
    return Granting(**{**facts, **changed})  # type: ignore[arg-type]


def test_another_officer_may_be_granted_a_role():
    assert may_grant(asked()).allowed
    assert may_grant(asked(granter=None)).allowed


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"officer": 1}, "Nobody grants themselves a role"),
        ({"role": "king"}, "no such role"),
        ({"held": frozenset({"dispatcher"})}, "already holds"),
        ({"is_active": False}, "closed"),
        ({"held": frozenset({"administrator"})}, "holds no other role"),
        ({"held": frozenset({"auditor"}), "role": "administrator"}, "holds no other role"),
    ],
)
def test_refusals_say_why(changed, words):
    verdict = may_grant(asked(**changed))
    assert not verdict.allowed
    assert words in verdict.words


def test_the_last_administrator_stays():
    held = frozenset({"administrator"})
    assert not may_withdraw(role="administrator", held=held, others_who_hold_it=0).allowed
    assert may_withdraw(role="administrator", held=held, others_who_hold_it=1).allowed
    assert not may_withdraw(role="dispatcher", held=held, others_who_hold_it=1).allowed


@pytest.mark.parametrize(
    ("text", "good"), [("", False), ("because", False), ("aaaaaaaaaaaaaa", False), ("Victim rang me back", True)]
)
def test_a_reason_says_something(text, good):
    assert good_reason(text).allowed is good
