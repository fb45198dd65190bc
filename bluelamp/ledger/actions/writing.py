"""The one transaction of an action, and the entries written in it."""

import inspect
import json
from collections.abc import Callable, Mapping, Set
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial, wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from bluelamp import clock
from bluelamp.ledger import canonical
from bluelamp.ledger.registry import Event
from bluelamp.verdict import Refused, refused

P = ParamSpec("P")
R = TypeVar("R")
Entry = dict[str, object]


class By(Protocol):
    """Who acts: an opaque reference and what this person may do."""

    @property
    def ref(self) -> str: ...
    @property
    def capabilities(self) -> Set[str]: ...


@dataclass(kw_only=True)
class Frame:
    """One running action, outermost or joined."""

    action: str
    by: By
    at: datetime
    key: str | None = None


@dataclass(kw_only=True)
class Scope:
    """The one transaction: the actions running in it and what they wrote so far."""

    frames: list[Frame]
    entries: list[Entry] = field(default_factory=list)
    at_end: list[Callable[[], object]] = field(default_factory=list)


_scope: ContextVar[Scope | None] = ContextVar("ledger_scope", default=None)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action: keyword-only, with `by` and `at` (and `key`, if a form may send it twice).

    The outermost action opens the transaction, those it calls join it. What they write is appended in one statement
    at the end, with the key. If it fails and the key was used before, the answer of that time is returned instead.
    Raises TypeError at import for a function that is not keyword-only or lacks `by` or `at`, and RuntimeError for
    an action that wrote nothing: an action always logs.
    """
    _check_signature(function)
    name = f"{function.__module__.removeprefix('bluelamp.')}.{function.__qualname__}"

    @wraps(function)
    def acting(*args: P.args, **kwargs: P.kwargs) -> R:
        if args:
            raise TypeError(f"{name} takes keywords only.")
        frame = _frame(name, kwargs)
        scope = _scope.get()
        run = partial(function, **kwargs)
        return _join(scope, frame, run) if scope else _outermost(frame, run)

    acting.is_action = True  # type: ignore[attr-defined]
    return acting


def write(
    event: Event,
    record: str,
    *,
    about: tuple[str, ...] | list[str] = (),
    occurred_at: datetime | None = None,
    reason: str = "",
    corrects: int | None = None,
    facts: Mapping[str, object] | None = None,
    words: Mapping[str, object] | None = None,
) -> None:
    """Add one entry to the running action, by its `by` and at its `at`.

    `record` and `about` are references "noun:pk"; `corrects` is the seq of the entry that this one puts right.
    Facts hold no personal data and no floats; personal text goes to `words`. Raises Refused for a time in the
    future, for one long before `at` without a reason, and for text that cannot be kept; ValueError or TypeError
    for what a programmer got wrong; RuntimeError outside an action.
    """
    scope = running()
    frame = scope.frames[-1]
    facts, words = {**_shared_desk(frame.by), **(facts or {})}, words or {}
    _check_keys(event, facts, words)
    occurred = _occurred(occurred_at, frame.at, reason)
    entry: Entry = {
        "record": canonical.reference(record),
        "event": event.name,
        "who": frame.by.ref,
        "action": frame.action,
        "occurred_at": occurred.isoformat(),
        "recorded_at": frame.at.isoformat(),
        "reason": reason,
        "corrects": corrects,
        "about": sorted({canonical.reference(one) for one in about} - {record}) or None,
        "facts": canonical.text(facts),
        "words": canonical.text(words) if words else None,
    }
    scope.entries.append(_storable(entry))


def at_end(callback: Callable[[], object]) -> None:
    """Run once when the outermost action is done, inside its transaction and before its entries are appended."""
    running().at_end.append(callback)


def after_commit(callback: Callable[[], object]) -> None:
    """Run when the transaction is committed; never if it is not."""
    running()
    transaction.on_commit(callback)


def _check_signature(function: Callable[..., object]) -> None:
    parameters = inspect.signature(function).parameters
    if any(one.kind is not inspect.Parameter.KEYWORD_ONLY for one in parameters.values()):
        raise TypeError(f"{function.__qualname__}: an action takes keywords only.")
    if missing := {"by", "at"} - set(parameters):
        raise TypeError(f"{function.__qualname__}: an action takes {' and '.join(sorted(missing))}.")


def _frame(name: str, kwargs: Mapping[str, Any]) -> Frame:
    missing = {"by", "at"} - set(kwargs)
    if missing:
        raise TypeError(f"{name} needs {' and '.join(sorted(missing))}.")
    if kwargs["at"].tzinfo is None:
        raise ValueError(f"{name}: `at` needs a zone.")
    return Frame(action=name, by=kwargs["by"], at=kwargs["at"], key=kwargs.get("key") or None)


def running() -> Scope:
    """The one transaction now open. Raises RuntimeError outside an action."""
    scope = _scope.get()
    if scope is None:
        raise RuntimeError("The ledger is written only inside an action.")
    return scope


def _join(scope: Scope, frame: Frame, run: Callable[[], R]) -> R:
    if frame.key and frame.key != scope.frames[0].key:
        raise RuntimeError(f"{frame.action}: the outermost action ({scope.frames[0].action}) holds the key.")
    before = len(scope.entries)
    scope.frames.append(frame)
    try:
        answer = run()
    finally:
        scope.frames.pop()
    _insist_on_a_log(frame, len(scope.entries) - before)
    return answer


def _outermost(frame: Frame, run: Callable[[], R]) -> R:
    try:
        return _in_transaction(frame, run)
    except Exception as error:
        if frame.key and (done := _answer_to(frame, error)):
            return cast(R, done[0])
        raise


def _in_transaction(frame: Frame, run: Callable[[], R]) -> R:
    scope = Scope(frames=[frame])
    token = _scope.set(scope)
    try:
        with transaction.atomic():
            answer = run()
            while scope.at_end:
                scope.at_end.pop(0)()
            _insist_on_a_log(frame, len(scope.entries))
            _append(scope, frame, answer)
    finally:
        _scope.reset(token)
    return answer


def _append(scope: Scope, frame: Frame, answer: object) -> None:
    values = [json.dumps(scope.entries), frame.key, frame.by.ref, frame.action, json.dumps(answer), clock.now()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_append(%s, %s, %s, %s, %s, %s)", values)


def _answer_to(frame: Frame, error: Exception) -> tuple[object] | None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT who, action, answer FROM ledger_request WHERE key = %s", [frame.key])
            found = cursor.fetchone()
    except (DatabaseError, transaction.TransactionManagementError):
        return None
    if not found:
        return None
    who, what, answer = found
    if (who, what) != (frame.by.ref, frame.action):
        raise Refused(refused("This form was already used by somebody else or for something else.")) from error
    return (json.loads(answer),)


def _insist_on_a_log(frame: Frame, written: int) -> None:
    if not written:
        raise RuntimeError(f"{frame.action} wrote nothing to the ledger. An action always logs.")


def _shared_desk(by: By) -> dict[str, object]:
    """The shared terminal and desk the person works at, where the one who acts names them."""
    named = {"terminal": getattr(by, "terminal", ""), "desk": getattr(by, "desk", "")}
    return {key: value for key, value in named.items() if value}


def _check_keys(event: Event, facts: Mapping[str, object], words: Mapping[str, object]) -> None:
    if unknown := set(words) - set(event.words):
        raise ValueError(f"{event.name} does not declare the words {sorted(unknown)}.")
    if both := set(facts) & set(event.words):
        raise ValueError(f"{event.name}: {sorted(both)} is personal text and goes to words, not facts.")
    if missing := event.placeholders - set(facts) - set(words):
        raise ValueError(f"{event.name} needs {sorted(missing)} for its sentence.")


def _occurred(occurred_at: datetime | None, at: datetime, reason: str) -> datetime:
    occurred = occurred_at or at
    if occurred.tzinfo is None:
        raise ValueError("`occurred_at` needs a zone.")
    if occurred > at:
        raise Refused(refused("This time is still to come. Give the time at which it happened.", field="occurred_at"))
    if at - occurred > timedelta(minutes=getattr(settings, "LEDGER_BACKDATED_MINUTES", 5)) and not reason.strip():
        raise Refused(refused("This is entered well after it happened. Say why.", field="reason"))
    return occurred


def _storable(entry: Entry) -> Entry:
    if not all(canonical.storable(value) for value in entry.values() if isinstance(value, str)):
        raise Refused(refused("The text holds a broken character. Remove it and send it again."))
    if "\0" in str(entry["reason"]):
        raise Refused(refused("The reason holds a character that cannot be kept.", field="reason"))
    return entry
