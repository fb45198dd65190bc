"""Who acts: what every action receives as `by`."""

from dataclasses import dataclass

from bluelamp.verdict import Refused, refused


@dataclass(frozen=True, kw_only=True)
class Acting:
    """A person or a process at work. `ref` is what the ledger stores ("officer:5", "system:alarms", "public").

    `regular_rank` is a statutory rank or empty: a special grade is never a rank. `terminal` and `desk` name the
    shared workstation the person works at, where it is one.
    """

    ref: str
    name: str
    capabilities: frozenset[str] = frozenset()
    regular_rank: str = ""
    roles: tuple[str, ...] = ()
    officer_id: int | None = None
    terminal: str = ""
    desk: str = ""
    is_partner: bool = False

    def may(self, *names: str) -> bool:
        """True if this person holds any of the capabilities named."""
        return not self.capabilities.isdisjoint(names)

    @property
    def number(self) -> int:
        """The officer's number; raises Refused for a process or the public, who hold no record of their own."""
        if self.officer_id is None:
            raise Refused(refused("Only an officer can do this."))
        return self.officer_id

    @property
    def signed_in(self) -> bool:
        return self.officer_id is not None


def system(process: str, *names: str) -> Acting:
    """A process of the program itself, holding only the capabilities named."""
    return Acting(ref=f"system:{process}", name="Bluelamp", capabilities=frozenset(names))


RAISE_ALARMS = "system.raise_alarms"
"""What the alarm loop may do, and nobody else: no role can hold it. Actions called by alarms require it."""

SYSTEM = system("alarms", RAISE_ALARMS)
PUBLIC = Acting(ref="public", name="A member of the public")


def officer_of(by: Acting) -> int:
    """The key of the officer who acts. Raises Refused for a process: what the law asks of a person, a person does."""
    if by.officer_id is None:
        raise Refused(refused(f"{by.name} is not a person: a named officer decides this.", "A named person decides"))
    return by.officer_id
