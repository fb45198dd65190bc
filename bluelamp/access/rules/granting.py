"""May this person grant this role to that officer?"""

from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, every, refused

ADMINISTRATOR = "administrator"
SOURCE = "Separation of duties: administrators hold no operational power"


@dataclass(frozen=True, kw_only=True)
class Granting:
    """A role about to be granted. `granter` and `officer` are numbers of officers (`granter` None: the program)."""

    granter: int | None
    officer: int
    is_active: bool
    held: frozenset[str]
    role: str
    known_roles: frozenset[str]


def may_grant(facts: Granting) -> Verdict:
    """Allowed unless the role is unknown or held, the officer has left, it is oneself, or it mixes two powers.

    Nobody grants themselves a role; an administrator holds no other role, so that who hands out power has none.
    """
    return every(_is_a_role(facts), _not_oneself(facts), _not_mixed(facts))


def may_withdraw(*, role: str, held: frozenset[str], others_who_hold_it: int) -> Verdict:
    """Allowed unless it is not held, or it is the last administrator's role (nobody could grant it again)."""
    if role not in held:
        return refused("The officer does not hold this role.", field="role")
    if role == ADMINISTRATOR and others_who_hold_it == 0:
        return refused("This is the last administrator. Grant the role to somebody else first.", field="role")
    return allowed()


def _is_a_role(facts: Granting) -> Verdict:
    if facts.role not in facts.known_roles:
        return refused("There is no such role.", "roles.toml", field="role")
    if facts.role in facts.held:
        return refused("The officer already holds this role.", field="role")
    return allowed() if facts.is_active else refused("The officer's account is closed.", field="role")


def _not_oneself(facts: Granting) -> Verdict:
    if facts.granter == facts.officer:
        return refused("Nobody grants themselves a role. Ask another administrator.", SOURCE, field="role")
    return allowed()


def _not_mixed(facts: Granting) -> Verdict:
    together = facts.held | {facts.role}
    if ADMINISTRATOR in together and len(together) > 1:
        return refused("An administrator holds no other role. Use a second account.", SOURCE, field="role")
    return allowed()
