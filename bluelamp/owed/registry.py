"""The kinds of promise the domains declare. Pure: no Django, no database."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bluelamp.access.acting import Acting
    from bluelamp.deadlines.deadline import Deadline

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Alarm(Protocol):
    """What a domain does besides when a promise's alarm is raised: an action of its own, joined to the alarm's."""

    def __call__(self, *, record: str, slot: str, by: "Acting", at: datetime) -> object: ...


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of promise: what is owed, to whom, by which rule, who must act and what counts as kept.

    `wording` and `fold` hold placeholders of a promise's facts and words. `acts` is the capability of those who must
    act. `ask` works the deadline out again from the facts (None: no longer owed). `warn_minutes` are minutes before
    the due time; an alarm at the due time itself is always raised. `at_once`: where some of these minutes are past when
    the promise is stated, one alarm is raised there and then. `page` is the name of the record's URL, which
    takes the record's key as its one argument. `title` names the kind without a record ("Tell the victim of an
    arrest"). With `fold` set, promises of this kind with the same value of the fact `fold_by` are shown as one row,
    worded by `fold` ({count} and the facts of the soonest).
    """

    name: str
    wording: str
    to: str
    source: str
    acts: str
    kept_when: str
    law_from: date | None = None
    ask: "Callable[[str, str], Deadline | None] | None" = None
    alarm: Alarm | None = None
    warn_minutes: tuple[int, ...] = (0,)
    at_once: bool = False
    page: str = ""
    group: str = "Others"
    victim: bool = False
    title: str = ""
    fold: str = ""
    fold_by: str = "place"

    @property
    def called(self) -> str:
        """The kind in words with no record named."""
        return self.title or _PLACEHOLDER.sub("…", self.wording)

    @property
    def warnings(self) -> tuple[int, ...]:
        """Minutes before the due time at which an alarm is raised, the earliest first, always ending with 0."""
        return tuple(sorted({0, *self.warn_minutes}, reverse=True))

    def worded(self, known: Mapping[str, object], *, fold: bool = False) -> str:
        """The promise in words; a word that was erased or never given reads "…"."""
        text = self.fold if fold else self.wording
        return _PLACEHOLDER.sub(lambda found: str(known.get(found[1], "…")), text)


class Kinds:
    """Every kind declared, by name."""

    def __init__(self) -> None:
        self._kinds: dict[str, Kind] = {}

    def declare(self, *declared: Kind) -> None:
        """Add kinds; the same kind again is nothing new, another kind of the same name is a ValueError."""
        for kind in declared:
            if not kind.source:
                raise ValueError(f"The promise {kind.name} has no source.")
            if self._kinds.setdefault(kind.name, kind) != kind:
                raise ValueError(f"Two different promises are called {kind.name}.")

    def __getitem__(self, name: str) -> Kind:
        try:
            return self._kinds[name]
        except KeyError:
            raise KeyError(f"No kind of promise is called {name}.") from None

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def get(self, name: str) -> Kind | None:
        return self._kinds.get(name)

    def all(self) -> Iterable[Kind]:
        return tuple(self._kinds.values())


kinds = Kinds()
