"""The check that every action makes again, whatever the page already checked."""

from bluelamp.access.acting import Acting
from bluelamp.access.registry import capabilities
from bluelamp.verdict import Verdict, allowed, insist, refused


def may(by: Acting, *names: str) -> Verdict:
    """Allowed if `by` holds any of the capabilities named; a refusal says what is missing in words."""
    if by.may(*names):
        return allowed()
    missing = " or ".join(capabilities.words(name).lower() for name in names)
    return refused(f"{by.name} may not do this. It needs a role that may: {missing}.", "Roles of this force")


def require(by: Acting, *names: str) -> None:
    """Raise `Refused` in words unless `by` holds any of the capabilities named."""
    insist(may(by, *names))
