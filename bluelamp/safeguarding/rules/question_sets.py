"""Sets of questions as versioned data: read from a file, checked, with errors that name the file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bluelamp.safeguarding.rules.assessing import Said
from bluelamp.safeguarding.rules.prompts import Sign


class QuestionSetError(Exception):
    """A set of questions cannot be used; the words name the file."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. `about` is its subject in a word or two; `signs` are what a "yes" is a sign of."""

    code: str
    about: str
    words: str
    signs: frozenset[Sign] = frozenset()


@dataclass(frozen=True, kw_only=True)
class QuestionSet:
    """One version of one tool. `licensed`: the wording is the owner's, put there by a force that may use it."""

    key: str
    version: str
    name: str
    source: str
    tag: str
    questions: tuple[Question, ...]
    licensed: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(each.code for each in self.questions)

    def signs(self, answers: Mapping[str, Said]) -> frozenset[Sign]:
        """What the questions answered with "yes" are signs of."""
        yes = (each.signs for each in self.questions if answers.get(each.code) is Said.YES)
        return frozenset(sign for signs in yes for sign in signs)


def read(path: Path) -> QuestionSet:
    """A set from its file. Raises QuestionSetError naming the file and what is wrong with it."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise QuestionSetError(f"{path.name}: {error}") from error
    for name in ("key", "version", "name", "source", "tag", "question"):
        if not found.get(name):
            raise QuestionSetError(f"{path.name}: there is no {name}.")
    questions = tuple(_question(each, path.name) for each in found["question"])
    codes = [each.code for each in questions]
    if len(set(codes)) != len(codes):
        raise QuestionSetError(f"{path.name}: two questions have one code.")
    told = {name: str(found[name]) for name in ("key", "version", "name", "source", "tag")}
    return QuestionSet(questions=questions, licensed=bool(found.get("licensed", False)), **told)


def _question(entry: Mapping[str, Any], file: str) -> Question:
    code = str(entry.get("code", ""))
    if not code.isidentifier() or not entry.get("about") or not entry.get("words"):
        raise QuestionSetError(f"{file}: a question has code, about and words; not {dict(entry)}.")
    try:
        signs = frozenset(Sign(one) for one in entry.get("signs", ()))
    except ValueError as error:
        raise QuestionSetError(f"{file}: {code}: {error}.") from error
    return Question(code=code, about=entry["about"], words=entry["words"], signs=signs)
