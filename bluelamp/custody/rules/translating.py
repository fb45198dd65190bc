"""Essential documents in the person's language, by when and in which way (Code C 13.10B to 13.10D, Annex M)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


class Document(StrEnum):
    """The documents that somebody who needs an interpreter is given in a language they understand."""

    GROUNDS = "grounds"
    CHARGE = "charge"
    STATEMENT = "statement"

    @property
    def words(self) -> str:
        return {
            "grounds": "Why they are kept",
            "charge": "The charge",
            "statement": "Their own statement or interview record",
        }[self.value]


class Way(StrEnum):
    """How it was put into the language."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    WAIVED = "waived"

    @property
    def words(self) -> str:
        return {
            "written": "In writing",
            "spoken": "Spoken, in whole or in sum",
            "waived": "They do without it in writing",
        }[self.value]


@dataclass(frozen=True, kw_only=True)
class Translating:
    """A document about to be written as put into the person's language.

    `fair`: to speak it harms nothing in the fairness of the case. `advised`: they had legal advice, or know fully
    what it means to do without; `freely`: of their own will, without condition. `words`: why, or their own words.
    """

    document: Document
    way: Way
    language: str = ""
    translated_by: str = ""
    words: str = ""
    fair: bool = False
    advised: bool = False
    freely: bool = False


@dataclass(frozen=True, kw_only=True)
class Done:
    """A document put into the language, and when."""

    document: Document
    at: datetime


def may_translate(
    *, translating: Translating, authorised: bool, charged: bool, authority: Decider, law: Law, at: datetime
) -> Verdict:
    """Whether this can stand on the record: in writing, spoken on a custody officer's authority, or waived freely.

    `authorised`, `charged`: whether that has happened, so that there is such a document. `authority`: who authorises.
    """
    ways = {Way.WRITTEN: _by_somebody, Way.SPOKEN: _spoken, Way.WAIVED: _waived}
    checks = [_there_is_one(translating.document, authorised, charged), _in_a_language(translating)]
    checks.append(ways[translating.way](translating))
    if translating.way is Way.SPOKEN:
        checks.append(_authorised(authority, law, at))
    return every(*checks)


def _there_is_one(document: Document, authorised: bool, charged: bool) -> Verdict:
    if document is Document.GROUNDS and not authorised:
        return refused("Detention is not authorised yet.", "Code C Annex M, table (i)", field="document")
    if document is Document.CHARGE and not charged:
        return refused("They are not charged yet.", "Code C Annex M, table (ii)", field="document")
    return allowed()


def _in_a_language(translating: Translating) -> Verdict:
    if translating.language.strip():
        return allowed()
    return refused("Write which language.", "Code C 13.10B", field="language")


def _by_somebody(translating: Translating) -> Verdict:
    if translating.translated_by.strip():
        return allowed()
    return refused("Write who translated it.", "Code C 13.10B", field="translated_by")


def _spoken(translating: Translating) -> Verdict:
    source = "Code C Annex M 3"
    fair = allowed() if translating.fair else refused(
        "Spoken only where that harms nothing in the fairness of the case.", source, field="fair")  # fmt: skip
    why = allowed() if translating.words.strip() else refused("Write why it is not in writing.", source, field="words")
    return every(_by_somebody(translating), fair, why)


def _waived(translating: Translating) -> Verdict:
    source = "Code C Annex M 4"
    checks = (
        (translating.advised, "They have had legal advice first, or know fully what it means.", "advised"),
        (translating.freely, "They do without it of their own will, without condition.", "freely"),
        (bool(translating.words.strip()), "Write their own words.", "words"),
    )
    return every(*(allowed() if holds else refused(words, source, field=field) for holds, words, field in checks))


def _authorised(authority: Decider, law: Law, at: datetime) -> Verdict:
    value = law.value("translating.spoken_rank", on=local_day(at))
    what = "authorise a spoken translation"
    verdict = at_least(decider=authority, rank=value.text, what=what, source=value.source)
    return verdict if verdict.allowed else Verdict(allowed=False, reasons=verdict.reasons, field="way")


def still_to_translate(
    *,
    needed: bool | None,
    authorised: Sequence[datetime],
    charged_at: datetime | None,
    done: Sequence[Done],
) -> tuple[Document, ...]:
    """Which documents the person has not in their language yet (Code C Annex M, table): the grounds of the last
    authority to keep them, and the charge. Nothing where no interpreter is needed, or where that is not known.

    `authorised`: when keeping them was authorised, at first, on each review and on each extension.
    """
    if not needed:
        return ()
    owed = [(Document.GROUNDS, max(authorised, default=None)), (Document.CHARGE, charged_at)]
    return tuple(
        document
        for document, since in owed
        if since and not any(one.document is document and one.at >= since for one in done)
    )
