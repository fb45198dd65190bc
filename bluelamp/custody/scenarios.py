"""Scenario files: a story, its facts, and what the law then says, worked by hand. See docs/recipes/scenario.md."""

import re
import tomllib
import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import as_local, local
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict

DOMAIN = "custody"
TIME = re.compile(r"(\d\d):(\d\d)(?: (BST|GMT))? (?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(\d{1,2}) (\w{3}) (\d{4})")
DAY = re.compile(r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(\d{1,2}) (\w{3}) (\d{4})")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class ScenarioError(Exception):
    """A scenario file cannot be read; the words name the file and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a scenario: which rule of which domain, with which facts, and the answer expected."""

    rule: str
    facts: dict[str, Any]
    expect: Any
    words: str
    domain: str = DOMAIN


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A scenario file as read."""

    name: str
    story: str
    source: str
    counting: str
    questions: tuple[Question, ...]
    domain: str = DOMAIN


def read(path: Path) -> Scenario:
    """A scenario from its file. Raises ScenarioError naming the file and what is missing or unreadable."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ScenarioError(f"{path.name}: {error}") from error
    for name in ("story", "source", "counting", "ask"):
        if not found.get(name):
            raise ScenarioError(f"{path.name}: there is no {name}.")
    domain = str(found.get("domain", DOMAIN))
    questions = tuple(_question(each, found.get("facts", {}), path.name, domain) for each in found["ask"])
    told = {name: found[name] for name in ("story", "source", "counting")}
    return Scenario(name=path.stem, questions=questions, domain=domain, **told)


def _question(asked: dict[str, Any], facts: dict[str, Any], file: str, domain: str) -> Question:
    unknown = asked.keys() - {"rule", "with", "expect", "words"}
    if unknown or "rule" not in asked or "expect" not in asked:
        raise ScenarioError(f"{file}: a question has rule, expect, and if wanted with and words; not {asked}.")
    merged = _merged(facts, asked.get("with", {}))
    words = asked.get("words", "")
    return Question(rule=asked["rule"], facts=merged, expect=asked["expect"], words=words, domain=domain)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for name, value in over.items():
        deeper = isinstance(value, dict) and isinstance(base.get(name), dict)
        result[name] = _merged(base[name], value) if deeper else value
    return result


def differences(scenario: Scenario, law: Law) -> list[str]:
    """What the rules answer otherwise than the scenario expects, in words; empty when all agree."""
    found: list[str] = []
    for question in scenario.questions:
        try:
            answer = ask(question, law)
        except (TypeError, ValueError) as error:
            raise ScenarioError(f"{scenario.name}: {question.rule}: {error}") from error
        found += [f"{scenario.name}: {question.rule}: {each}" for each in _compared(answer, question)]
    return found


def ask(question: Question, law: Law) -> Any:
    """The answer of a rule to the facts of a question."""
    rule = _rule(question.rule, question.domain)
    hints = _hints(rule)
    given = {name: _fact(question.facts[name], hint) for name, hint in hints.items() if name in question.facts}
    return rule(**given, **({"law": law} if "law" in hints else {}))


def _rule(name: str, domain: str) -> Callable[..., Any]:
    room, _, function = name.partition(".")
    if not domain.isidentifier() or not room.isidentifier() or not function.isidentifier() or function.startswith("_"):
        raise ScenarioError(f"{name!r} is not a rule; write room.rule, such as detention_clock.limit.")
    try:
        found: Callable[..., Any] = getattr(import_module(f"bluelamp.{domain}.rules.{room}"), function)
    except (ImportError, AttributeError) as error:
        raise ScenarioError(f"No rule is called {name!r}.") from error
    return found


@cache
def _hints(of: Any) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(of).items() if name != "return"}


def _fact(value: Any, hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        if value == "not known":
            return None
        hint = next(each for each in get_args(hint) if each is not type(None))
    if hint is datetime:
        return instant_of(value)
    if hint is date:
        return day_of(value)
    if is_dataclass(hint):
        return _made(value, hint)
    if get_origin(hint) in (tuple, frozenset, Sequence, Iterable):
        many = (_fact(each, get_args(hint)[0]) for each in value)
        return frozenset(many) if get_origin(hint) is frozenset else tuple(many)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _member(value, hint)
    return _plain(value, hint)


def _plain(value: Any, hint: Any) -> Any:
    if type(value) is not hint:
        raise ValueError(f"{value!r} is not {hint.__name__}")
    return value


def _made(table: Any, kind: Any) -> Any:
    hints = _hints(kind)
    unknown = table.keys() - hints.keys()
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}; it has {', '.join(hints)}")
    return kind(**{name: _fact(value, hints[name]) for name, value in table.items()})


def _member(value: str, kind: type[Enum]) -> Enum:
    for member in kind:
        if value in (member.value, member.name.lower()):
            return member
    raise ValueError(f"{value!r} is not one of {', '.join(member.name.lower() for member in kind)}")


def instant_of(words: str) -> datetime:
    """The instant of words such as "22:50 Fri 20 Nov 2026" in London time, "01:30 GMT 25 Oct 2026".

    Raises ValueError for words that are not a time, a weekday that is wrong, a zone that did not hold.
    """
    found = TIME.fullmatch(words)
    if not found:
        raise ValueError(f"{words!r} is not a time; write 22:50 Fri 20 Nov 2026")
    hour, minute, zone, weekday, *day = found.groups()
    on = day_of(" ".join(filter(None, [weekday, *day])))
    if (hour, minute) == ("24", "00"):
        return local(date.fromordinal(on.toordinal() + 1), time(0))
    fold = 1 if zone == "GMT" else 0
    at = local(on, time(int(hour), int(minute)), fold=fold)
    return _zoned(at, zone, words)


def _zoned(at: datetime, zone: str | None, words: str) -> datetime:
    if zone and as_local(at).tzname() != zone:
        raise ValueError(f"{words!r}: {zone} did not hold then")
    return at


def day_of(words: str) -> date:
    """The day of words such as "Fri 20 Nov 2026"; raises ValueError for a day that is not or a wrong weekday."""
    found = DAY.fullmatch(words)
    if not found or found[3] not in MONTHS:
        raise ValueError(f"{words!r} is not a day; write Fri 20 Nov 2026")
    day = date(int(found[4]), MONTHS.index(found[3]) + 1, int(found[2]))
    if found[1] and f"{day:%a}" != found[1]:
        raise ValueError(f"{words!r} is a {day:%a}")
    return day


def _compared(answer: Any, question: Question) -> list[str]:
    found = _against(answer, question.expect)
    said = answer.words if isinstance(answer, Verdict) else ""
    if question.words and question.words not in said:
        found.append(f"expected the words {question.words!r}, got {said!r}")
    return found


def _against(answer: Any, expect: Any) -> list[str]:
    if isinstance(expect, dict):
        return [f"{name}: {each}" for name, want in expect.items() for each in _against(getattr(answer, name), want)]
    if isinstance(expect, list):
        if len(answer) != len(expect):
            return [f"expected {len(expect)} answers, got {len(answer)}"]
        return [each for got, want in zip(answer, expect, strict=True) for each in _against(got, want)]
    got, want = _told(answer, expect)
    return [] if got == want else [f"expected {want}, got {got}"]


def _told(answer: Any, expect: Any) -> tuple[Any, Any]:
    if isinstance(answer, Verdict):
        return ("allowed" if answer.allowed else "refused"), expect
    if answer is None:
        return "none", expect
    if isinstance(answer, Enum):
        return answer.name.lower(), expect
    if isinstance(answer, Deadline):
        answer = answer.due
    if isinstance(answer, datetime) and isinstance(expect, str) and expect != "none":
        return answer, instant_of(expect)
    return answer, expect
