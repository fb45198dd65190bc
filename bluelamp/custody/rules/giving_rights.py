"""Telling a detained person each right, with its time and their words; and reminding them (Code C 3, 6, 7, 11, 15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.custody.rules.rights import Need
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Reason, Verdict, allowed, every, refused


class Entitlement(StrEnum):
    """A right that is told at the desk."""

    SOMEONE_INFORMED = "someone_informed"
    LEGAL_ADVICE = "legal_advice"
    CODES = "codes"
    WRITTEN_NOTICE = "written_notice"
    INTERPRETER = "interpreter"
    CONSULAR = "consular"

    @property
    def words(self) -> str:
        return _NAMES[self]

    @property
    def source(self) -> str:
        return _SOURCES[self]


class Response(StrEnum):
    """What came of telling it. None of them is a waiver: any right may be asked for at any time."""

    WANTED = "wanted"
    NOT_NOW = "not_now"
    NO_ANSWER = "no_answer"
    NOT_TOLD = "not_told"

    @property
    def words(self) -> str:
        return _RESPONSES[self]


_NAMES = {
    Entitlement.SOMEONE_INFORMED: "Someone told of the arrest",
    Entitlement.LEGAL_ADVICE: "Free legal advice",
    Entitlement.CODES: "To read the Codes of Practice",
    Entitlement.WRITTEN_NOTICE: "Rights in writing",
    Entitlement.INTERPRETER: "Interpreter",
    Entitlement.CONSULAR: "Consulate told",
}
_SOURCES = {
    Entitlement.SOMEONE_INFORMED: "PACE s.56",
    Entitlement.LEGAL_ADVICE: "PACE s.58",
    Entitlement.CODES: "Code C 3.1(iii)",
    Entitlement.WRITTEN_NOTICE: "Code C 3.2",
    Entitlement.INTERPRETER: "Code C 3.12, 13",
    Entitlement.CONSULAR: "Code C 7.1",
}
_RESPONSES = {
    Response.WANTED: "Wanted",
    Response.NOT_NOW: "Not now",
    Response.NO_ANSWER: "Would not say",
    Response.NOT_TOLD: "Could not be told yet",
}
_NEEDS_ITS_OBJECT = {
    Entitlement.SOMEONE_INFORMED: "Who is to be told?",
    Entitlement.INTERPRETER: "Which language?",
    Entitlement.CONSULAR: "Of which country?",
}


_SAID_OTHERWISE = {
    (Entitlement.WRITTEN_NOTICE, Response.WANTED): "Given",
    (Entitlement.WRITTEN_NOTICE, Response.NOT_NOW): "Not taken",
    (Entitlement.INTERPRETER, Response.WANTED): "Needed",
    (Entitlement.INTERPRETER, Response.NOT_NOW): "Not needed",
}


def in_words(right: Entitlement, response: Response) -> str:
    """What came of telling this right: a notice is given, an interpreter is needed, other rights are wanted or not."""
    return _SAID_OTHERWISE.get((right, response), response.words)


class Occasion(StrEnum):
    """Before what the person is reminded."""

    INTERVIEW = "interview"
    REVIEW = "review"
    EXTENSION = "extension"
    CHARGE = "charge"
    VISIT = "visit"


@dataclass(frozen=True, kw_only=True)
class Given:
    """One right told, when, and the person's words. `adult_present`: an appropriate adult heard it (None: not said)."""

    right: Entitlement
    response: Response
    told_at: datetime
    words: str = ""
    adult_present: bool | None = None

    @property
    def said(self) -> str:
        """The answer in words."""
        return in_words(self.right, self.response)


def may_record(*, given: Given, arrived_at: datetime, law: Law, at: datetime) -> Verdict:
    """Whether this answer can stand on the record: told here and by now, and never "not wanted" without words.

    `arrived_at`: arrival at the suite. `at`: now.
    """
    value = law.value("rights.words_needed", on=local_day(at))
    return every(_timed(given, arrived_at, at), _worded(given, value.items, value.source))


def _timed(given: Given, arrived_at: datetime, at: datetime) -> Verdict:
    if given.told_at < arrived_at:
        words = f"A right is told at the station; arrival was {spoken(arrived_at)}."
        return refused(words, "Code C 3.1", field="told_at")
    if given.told_at > at:
        return refused("This time is still to come.", "Code C 2.6", field="told_at")
    return allowed()


def _worded(given: Given, needed: Sequence[str], source: str) -> Verdict:
    if given.words.strip():
        return allowed()
    if given.response.value in needed:
        why = "Say why" if given.response is Response.NOT_TOLD else "Write the person's own words"
        return refused(f"{given.right.words}, {given.said.lower()}: {why.lower()}.", source, field="words")
    if given.response is Response.WANTED and given.right in _NEEDS_ITS_OBJECT:
        return refused(_NEEDS_ITS_OBJECT[given.right], given.right.source, field="words")
    return allowed()


def to_tell(*, foreign: bool | None, law: Law, at: datetime) -> tuple[Entitlement, ...]:
    """Which rights this person must be told. `foreign`: not a British national; None is not known, so told too."""
    value = law.value("rights.told_at_the_desk", on=local_day(at))
    consular = () if foreign is False else (Entitlement.CONSULAR,)
    return (*(Entitlement(each) for each in value.items), *consular)


def still_to_tell(
    *, given: Sequence[Given], foreign: bool | None, adult_needed: bool, law: Law, at: datetime
) -> tuple[Entitlement, ...]:
    """Rights not told yet, or told without the appropriate adult who is needed (Code C 3.17): told again with them.

    The newest answer to each right counts.
    """
    newest = _newest(given)
    return tuple(
        right
        for right in to_tell(foreign=foreign, law=law, at=at)
        if right not in newest
        or newest[right].response is Response.NOT_TOLD
        or (adult_needed and not newest[right].adult_present)
    )


def reminder(*, given: Sequence[Given], before: Occasion, law: Law, at: datetime) -> Need:
    """Whether the person must be reminded of free legal advice before this, and of what they last said and when.

    Needed before an interview, a review, an extension and on charge, unless they have asked for it already.
    """
    value = law.value("rights.reminded_before", on=local_day(at))
    if before.value not in value.items:
        return _not_needed(f"No reminder is due before a {before.value}.", value.source)
    last = _newest(given).get(Entitlement.LEGAL_ADVICE)
    if last is None:
        return _needed("The person has not been told of free legal advice.", "PACE s.58, Code C 3.1(ii)")
    if last.response is Response.WANTED:
        return _not_needed(f"Legal advice was asked for {spoken(last.told_at)}.", value.source)
    said = f": {last.words}" if last.words.strip() else ""
    return _needed(f"Last asked {spoken(last.told_at)}, {last.said.lower()}{said}.", value.source)


def _newest(given: Sequence[Given]) -> dict[Entitlement, Given]:
    return {each.right: each for each in sorted(given, key=lambda one: one.told_at)}


def _needed(words: str, source: str) -> Need:
    return Need(needed=True, because=(Reason(words=words, source=source),))


def _not_needed(words: str, source: str) -> Need:
    return Need(needed=False, because=(Reason(words=words, source=source),))
