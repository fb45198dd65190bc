"""What a person may be allowed to do: every domain declares its capabilities, `site` registers them here."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Capability:
    """One thing a role may allow: `name` is "domain.verb", `words` finish the sentence "You may ..."."""

    name: str
    words: str


class Capabilities:
    """All declared capabilities by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Capability] = {}

    def declare(self, *found: Capability) -> None:
        """Add capabilities; the same one twice is fine, two meanings of one name raise ValueError."""
        for capability in found:
            if self._by_name.setdefault(capability.name, capability) != capability:
                raise ValueError(f"Capability {capability.name} is declared twice with different words.")

    def words(self, name: str) -> str:
        """The wording of a capability; its bare name while the domain is not installed."""
        found = self._by_name.get(name)
        return found.words[:1].upper() + found.words[1:] if found else name

    def __getitem__(self, name: str) -> Capability:
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Capability]:
        return iter(self._by_name.values())


capabilities = Capabilities()
