"""Pathways of their own (D3d): recognised by a question or a person, and what each then owes, by whom and by when."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.people.rules.safe_contact import Way
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.safeguarding.rules.prompts import Sign
from bluelamp.verdict import Reason, Verdict, allowed, refused

ACTS = ("safeguarding.assess", "safeguarding.second_look", "safeguarding.protect")
"""Who may be named to act in a step: the officer, a supervisor or specialist, those who ask for orders."""
TAGS = ("V", "V2", "U", "P")
_NAMED_BY = ("opening_codes", "offences", "offence_words")


class PathwayError(Exception):
    """A pathway cannot be used; the words name the file."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step. `within`: hours from the opening; `must`: only a supervisor may decide against it."""

    code: str
    words: str
    within: int
    acts: str
    source: str
    tag: str
    must: bool = False


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """One edition of one pathway. `never`: what nobody does; `no_family`: no relative interprets or carries word.

    `alone`: it may be followed where nobody is personally connected, without a domestic record. What names it then:
    the kind of the call (`opening_codes`), the class of the offence (`offences`), its words in small letters.
    """

    key: str
    edition: str
    name: str
    sign: Sign
    source: str
    tag: str
    effective_from: date
    never: tuple[str, ...]
    steps: tuple[Step, ...]
    no_family: bool = False
    alone: bool = False
    opening_codes: tuple[str, ...] = ()
    offences: tuple[str, ...] = ()
    offence_words: tuple[str, ...] = ()

    def step(self, code: str) -> Step | None:
        """The step of that code, None where this edition has none."""
        return next((one for one in self.steps if one.code == code), None)


def read(path: Path) -> Pathway:
    """A pathway from its file. Raises PathwayError naming the file and what is wrong with it."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        steps = tuple(_step(each) for each in found.pop("step", ()))
        lists = {name: tuple(found.pop(name, ())) for name in ("never", *_NAMED_BY)}
        made = Pathway(**{**found, **lists, "sign": Sign(found["sign"]), "steps": steps})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PathwayError(f"{path.name}: {error}") from error
    codes = [one.code for one in made.steps]
    if not codes or len(set(codes)) != len(codes):
        raise PathwayError(f"{path.name}: a pathway has steps, each with a code of its own.")
    if type(made.effective_from) is not date or made.tag not in TAGS or not made.source:
        raise PathwayError(f"{path.name}: it says from which day it holds, its source and a tag.")
    if not made.alone and any(getattr(made, name) for name in _NAMED_BY):
        raise PathwayError(f"{path.name}: what names it holds only for a pathway that stands alone.")
    return made


def _step(entry: Mapping[str, Any]) -> Step:
    made = Step(**entry)
    if made.acts not in ACTS or made.tag not in TAGS or not made.source:
        raise ValueError(f"{made.code}: who acts is one of {', '.join(ACTS)}, with a source and a tag")
    if type(made.within) is not int or made.within < 1:
        raise ValueError(f"{made.code}: within so many hours, at least one")
    return made


def called_for(*, pathways: Iterable[Pathway], signs: Iterable[Sign], on: date) -> tuple[Pathway, ...]:
    """The pathways that these signs open on the local day `on`; more signs never mean fewer pathways."""
    shown = frozenset(signs)
    return tuple(one for one in pathways if one.sign in shown and one.effective_from <= on)


def named_by(
    *, pathways: Iterable[Pathway], on: date, opening_code: str = "", offence_code: str = "", offence_words: str = ""
) -> tuple[Pathway, ...]:
    """The pathways that the kind of a call, or a recorded offence, names on the local day `on`.

    An offence names it by its class ("8Q" of "8Q/1") or by its words in any case; who did it plays no part.
    """
    named = offence_code.partition("/")[0].strip().upper()
    said = offence_words.casefold()
    return tuple(
        one for one in pathways
        if one.alone and one.effective_from <= on
        and (opening_code in one.opening_codes or named in one.offences or any(w in said for w in one.offence_words))
    )  # fmt: skip


def may_judge(*, pathway: Pathway, grade: Risk, reason: str, open_steps: Iterable[str]) -> Verdict:
    """Whether an officer may decide this risk on a pathway that stands alone.

    In words; and never Standard while a step that the officer must do (`open_steps`: codes not answered) is open: one
    act may look small, the whole course does not.
    """
    if len(reason.split()) < 2:
        return refused("Say in your own words why this risk.", pathway.source, field="reason")
    waits = [one for one in pathway.steps if one.must and one.acts == ACTS[0] and one.code in set(open_steps)]
    if grade is not Risk.STANDARD or not waits:
        return allowed()
    return refused(f"Not Standard before this is done: {waits[0].words}.", waits[0].source, field="grade")


def step_due(*, step: Step, opened_at: datetime) -> Deadline:
    """By when a step is owed: so many elapsed hours after the pathway was opened."""
    return span_after(opened_at, timedelta(hours=step.within), basis=step.source, event="Pathway opened")


def may_answer(*, step: Step, done: bool, words: str, supervisor: bool) -> Verdict:
    """Whether a step may be answered so: in words; one that must be done is decided against by a supervisor alone."""
    if len(words.split()) < 2:
        said = "Write what was done, and with whom." if done else "Write why it is not done."
        return refused(said, step.source, field="words")
    if done or not step.must or supervisor:
        return allowed()
    return refused("This must be done: only a supervisor decides against it.", step.source, field="done")


def clashes(*, pathway: Pathway, ways: Iterable[str], relatives: Iterable[str]) -> tuple[Reason, ...]:
    """What stands against a pathway without family: a safe way through somebody else, a relative who speaks for them.

    `ways` are the person's safe ways; `relatives` the names of relatives who speak or interpret for them.
    """
    if not pathway.no_family:
        return ()
    found = [f"{name} is a relative and speaks for them: not on this pathway." for name in relatives]
    if Way.REPRESENTATIVE in set(ways):
        found.append("A safe way goes through somebody else: make sure that it is nobody of the family.")
    return tuple(Reason(words=one, source=pathway.source) for one in found)
