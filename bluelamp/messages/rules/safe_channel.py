"""Whether a message may leave: the way must be safe, the hour must be safe, and the words must give nothing away."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from bluelamp.people.rules.safe_contact import Safe, Way, may_reach
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Safety before the clock: safe contact of the victim (V7)"
SafeContactFacts = Safe


class Channel(StrEnum):
    """What a message leaves by."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"

    @property
    def way(self) -> Way:
        return Way(self.value)


TELLING = (
    "police",
    "officer",
    "constable",
    "detective",
    "crime",
    "criminal",
    "victim",
    "suspect",
    "offender",
    "arrest",
    "arrested",
    "custody",
    "detained",
    "charged",
    "bail",
    "court",
    "assault",
    "abuse",
    "rape",
    "stalking",
    "violence",
    "burglary",
    "witness",
    "statement",
    "injury",
)
"""Words that tell whoever else reads it what it is about. Matched as beginnings of words, in any case."""

_TELLING = re.compile(rf"\b({'|'.join(TELLING)})", re.IGNORECASE)


def safe_channel(
    *,
    safe: Safe | None,
    channel: Channel,
    personalisation: Mapping[str, str],
    sender: str,
    never: Iterable[str] = (),
    at: datetime,
) -> Verdict:
    """Allowed only if the way and hour were said to be safe and neither sender nor words give anything away.

    `personalisation` are the words filled into the provider's template, `sender` the name it is sent under, `never`
    the names and case details that must not appear, `at` an instant. All reasons against are given together. V7.
    """
    return every(
        whom_to_ask(may_reach(safe=safe, way=channel.way, at=at), safe),
        *(gives_nothing_away(words, never, field) for field, words in personalisation.items()),
        gives_nothing_away(sender, never, "sender"),
    )


def whom_to_ask(verdict: Verdict, safe: Safe | None) -> Verdict:
    """A way that is refused names the officer who knows how this person is reached."""
    if verdict.allowed or safe is None or not safe.ask:
        return verdict
    return every(verdict, refused(f"Ask {safe.ask}.", SOURCE, field=verdict.field))


def gives_nothing_away(words: str, never: Iterable[str], field: str) -> Verdict:
    """Refused where the words tell what it is about, or hold one of the names that must `never` be in them."""
    if found := _TELLING.search(words):
        return refused(f"A message must not say what it is about: leave out “{found[0]}”.", SOURCE, field=field)
    folded = words.casefold()
    if any(name.strip() and name.strip().casefold() in folded for name in never):
        return refused("A message must not hold the person's name or anything about the case.", SOURCE, field=field)
    return allowed()
