"""The matrix of roles and capabilities as a page of the docs."""

from collections.abc import Mapping

from bluelamp.access.registry import Capabilities
from bluelamp.access.roles import Role

START = """# Who may do what

A role is a named set of capabilities. A page asks for a capability before it opens, and the action behind it asks
again.
What the law says about who may act (an inspector who is not on the investigation) is a rule and not listed here.
Administrators hold no operational power, and nobody grants themselves a role.

This page is written by `python -m django roles_page` from `bluelamp/access/roles.toml` and what each domain declares.
"""


def as_markdown(roles: Mapping[str, Role], declared: Capabilities) -> str:
    """One section per role with what it allows in words, then the matrix of all capabilities."""
    names = sorted({name for role in roles.values() for name in role.capabilities})
    return "\n".join([START, *_sections(roles, declared), *_matrix(roles, names, declared), ""])


def _sections(roles: Mapping[str, Role], declared: Capabilities) -> list[str]:
    lines = ["## Roles", ""]
    for role in roles.values():
        may = [declared.words(name) for name in sorted(role.capabilities)]
        lines += [f"**{role.words}** (`{role.key}`) may:", "", *(f"- {words}" for words in may), ""]
    return lines


def _matrix(roles: Mapping[str, Role], names: list[str], declared: Capabilities) -> list[str]:
    lines = ["## Capabilities", "", "| Capability | In words | Roles |", "|---|---|---|"]
    for name in names:
        held = ", ".join(role.words for role in roles.values() if name in role.capabilities)
        lines.append(f"| `{name}` | {declared.words(name) if name in declared else 'not installed yet'} | {held} |")
    return lines
