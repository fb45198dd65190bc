"""What the ledger can say. Each domain declares its events once; `site` registers them when any process starts."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

ERASED = "[erased]"
_NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")

_REFERENCE = re.compile(r"([a-z_]+):(\d+)")
_BEFORE_A_SENTENCE = re.compile(r"\{(\w+)\} (?=[A-Z])")


@dataclass(frozen=True, kw_only=True)
class Event:
    """One kind of entry.

    `name` is "domain.what_happened"; `sentence` holds placeholders that are keys of facts or of words;
    `retention` is a name of retention.toml; `words` are the keys of personal text, kept apart so that it can
    lawfully be erased, and `erasure` says in words what erasing does. `assessment` says in words what of it is
    somebody's own judgement (of risk, need, danger, belief) and not a fact (Data Protection Act 2018 s.38(2)); ""
    where nothing is. Raises ValueError for a declaration that does not hold together.
    """

    name: str
    sentence: str
    retention: str
    words: tuple[str, ...] = ()
    erasure: str = ""
    assessment: str = ""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"An event is named domain.what_happened, not {self.name!r}.")
        if not self.sentence:
            raise ValueError(f"{self.name} has no sentence.")
        if self.words and not self.erasure:
            raise ValueError(f"{self.name} holds personal words but does not say how they are erased.")
        if self.retention not in retention_names():
            raise ValueError(f"{self.name}: {self.retention!r} is not in retention.toml: {sorted(retention_names())}.")

    @property
    def placeholders(self) -> frozenset[str]:
        return frozenset(field for _, field, _, _ in Formatter().parse(self.sentence) if field)

    def render(self, facts: Mapping[str, object], words: Mapping[str, object] | None) -> str:
        """The sentence filled in; `words` None means that the personal text was erased."""
        held = dict.fromkeys(self.words, ERASED) if words is None else dict(words)
        shown = {key: in_words(fact) for key, fact in facts.items()}
        shown |= {key: plain(said) for key, said in held.items()}
        for key in _BEFORE_A_SENTENCE.findall(self.sentence):
            shown[key] = _with_a_stop(shown.get(key, "not known"))
        return self.sentence.format_map({**dict.fromkeys(self.placeholders, "not known"), **shown})


def _with_a_stop(words: str) -> str:
    """What somebody wrote, ended so that another sentence can follow it."""
    return f"{words}." if words and words[-1] not in ".!?:;\u2026" else words


class Events:
    """All declared events by name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Event] = {}

    def declare(self, *found: Event) -> None:
        """Add events; safe to repeat, raises ValueError if one name would mean two things."""
        for event in found:
            if self._by_name.setdefault(event.name, event) != event:
                raise ValueError(f"{event.name} is declared twice with different meanings.")

    def __getitem__(self, name: str) -> Event:
        try:
            return self._by_name[name]
        except KeyError:
            raise KeyError(f"No domain declares the event {name!r} in its events.py.") from None

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Event]:
        return iter(self._by_name.values())


events = Events()


@cache
def retention_names() -> frozenset[str]:
    """Every name an event may give as its retention."""
    schedule = tomllib.loads((Path(__file__).parent / "retention.toml").read_text(encoding="utf-8"))
    return frozenset(name for group in schedule.values() for name in group["names"])


def plain(value: object) -> str:
    """A fact as a person reads it."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(plain(one) for one in value)
    return str(value)


def in_words(fact: object) -> str:
    """The same with references as people say them: "person 2" of "person:2". Never for what somebody wrote."""
    if isinstance(fact, list | tuple):
        return ", ".join(in_words(one) for one in fact)
    reference = _REFERENCE.fullmatch(fact) if isinstance(fact, str) else None
    return f"{reference[1].replace('_', ' ')} {reference[2]}" if reference else plain(fact)
