"""Live channels: what a higher floor shows as it happens. Declared once, rendered once per set of capabilities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bluelamp.ledger.relay import Message

Render = Callable[[Sequence[Message], frozenset[str]], Sequence[tuple[str, str]]]


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A live page: `capability` opens it, `render(entries, capabilities)` gives (event name, HTML) pairs.

    `varies` names the other capabilities that change what is drawn; only these and `capability` reach `render`, so
    people who see the same share one drawing. `wants` picks the entries that matter; all if left out.
    """

    name: str
    capability: str
    render: Render
    varies: frozenset[str] = frozenset()
    wants: Callable[[Message], bool] = lambda _: True

    def audience(self, capabilities: frozenset[str]) -> frozenset[str]:
        """The capabilities that make a difference here."""
        return capabilities & (self.varies | {self.capability})


class Channels:
    """All declared channels by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Channel] = {}

    def declare(self, *found: Channel) -> None:
        """Add channels; safe to repeat. Raises ValueError if one name would mean two things."""
        for channel in found:
            if self._by_name.setdefault(channel.name, channel) != channel:
                raise ValueError(f"The channel {channel.name} is declared twice.")

    def get(self, name: str) -> Channel | None:
        return self._by_name.get(name)


channels = Channels()
